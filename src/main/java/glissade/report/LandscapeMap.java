package glissade.report;

import glissade.store.Table;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** One surface of a {@code landscape} in a rectangle: lower is darker, with contours at equal ratios of height. */
final class LandscapeMap {
    private static final int LEVELS = 14;
    private static final double RATIO = 2.2;
    private static final double STRENGTH = 0.5;
    private static final BasicStroke HAIR = new BasicStroke(0.8f);

    private final double[][] heights;
    private final double left;
    private final double right;
    private final double bottom;
    private final double top;
    private final double[] levels = new double[LEVELS];
    private final Rectangle2D place;

    /** Of the surface whose first point is in this row of the table, up to and without that one. */
    LandscapeMap(Table landscape, int first, int end, Rectangle2D place) {
        int x = landscape.column("x");
        int y = landscape.column("y");
        int value = landscape.column("value");
        int width = 1;
        while (first + width < end && landscape.real(first + width, y) == landscape.real(first, y)) {
            width++;
        }
        this.heights = new double[(end - first) / width][width];
        double highest = 0;
        for (int row = first; row < end; row++) {
            double height = landscape.real(row, value);
            heights[(row - first) / width][(row - first) % width] = height;
            highest = Math.max(highest, height);
        }
        this.left = landscape.real(first, x);
        this.right = landscape.real(end - 1, x);
        this.bottom = landscape.real(first, y);
        this.top = landscape.real(end - 1, y);
        this.place = place;
        for (int level = 0; level < LEVELS; level++) {
            levels[level] = highest * StrictMath.pow(RATIO, level - LEVELS);
        }
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    double bottom() {
        return bottom;
    }

    double top() {
        return top;
    }

    /** Where a point of the plane is drawn. */
    Point2D at(double x, double y) {
        return new Point2D.Double(
                place.getX() + place.getWidth() * (x - left) / (right - left),
                place.getMaxY() - place.getHeight() * (y - bottom) / (top - bottom));
    }

    void draw(Graphics2D pen) {
        BufferedImage image =
                new BufferedImage((int) place.getWidth(), (int) place.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < image.getHeight(); row++) {
            double line = (heights.length - 1) * (1 - (row + 0.5) / image.getHeight());
            for (int column = 0; column < image.getWidth(); column++) {
                double across = (heights[0].length - 1) * (column + 0.5) / image.getWidth();
                image.setRGB(column, row, shade(height(across, line)));
            }
        }
        pen.drawImage(image, (int) place.getX(), (int) place.getY(), null);
        pen.setColor(Palette.FAINT_INK);
        pen.setStroke(HAIR);
        for (double level : levels) {
            drawContour(pen, level);
        }
    }

    /** Between the points of the grid, straight along each axis. */
    private double height(double across, double line) {
        int column = Math.min((int) across, heights[0].length - 2);
        int row = Math.min((int) line, heights.length - 2);
        double u = across - column;
        double v = line - row;
        return (1 - v) * ((1 - u) * heights[row][column] + u * heights[row][column + 1])
                + v * ((1 - u) * heights[row + 1][column] + u * heights[row + 1][column + 1]);
    }

    private int shade(double height) {
        long below = Arrays.stream(levels).filter(level -> height >= level).count();
        double share = STRENGTH * (LEVELS - below) / LEVELS;
        return Palette.between(Palette.PAPER, Palette.BLUE, share).getRGB();
    }

    /** Through each cell of the grid, straight from side to side (marching squares). */
    private void drawContour(Graphics2D pen, double level) {
        double[] crossings = new double[8];
        for (int row = 0; row + 1 < heights.length; row++) {
            for (int column = 0; column + 1 < heights[0].length; column++) {
                int found = 0;
                found = cross(crossings, found, level, column, row, column + 1, row);
                found = cross(crossings, found, level, column + 1, row, column + 1, row + 1);
                found = cross(crossings, found, level, column + 1, row + 1, column, row + 1);
                found = cross(crossings, found, level, column, row + 1, column, row);
                for (int i = 0; i + 1 < found; i += 2) {
                    pen.draw(new Line2D.Double(
                            crossings[2 * i], crossings[2 * i + 1], crossings[2 * i + 2], crossings[2 * i + 3]));
                }
            }
        }
    }

    /** Where a side of a cell crosses the level, if it does; how many crossings there are then. */
    private int cross(double[] crossings, int found, double level, int x1, int y1, int x2, int y2) {
        double from = heights[y1][x1];
        double to = heights[y2][x2];
        if (from >= level == to >= level) {
            return found;
        }
        double share = (level - from) / (to - from);
        double across = (x1 + share * (x2 - x1)) / (heights[0].length - 1);
        double up = (y1 + share * (y2 - y1)) / (heights.length - 1);
        crossings[2 * found] = place.getX() + place.getWidth() * across;
        crossings[2 * found + 1] = place.getMaxY() - place.getHeight() * up;
        return found + 1;
    }
}
