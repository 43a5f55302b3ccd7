package glissade.report;

import glissade.store.Table;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Function;

/** Rows of data as dots over a map of the plane. */
final class PointCloud {
    private static final double RADIUS = 2.2;

    private final Table points;
    private final Function<String, Color> colours;
    private final double left;
    private final double right;
    private final double bottom;
    private final double top;

    /** Over the grid whose first point is in a row of {@code boundary}. */
    PointCloud(Table points, Table boundary, int first, Function<String, Color> colours) {
        this.points = points;
        this.colours = colours;
        int x = boundary.column("x");
        int y = boundary.column("y");
        int last = first;
        while (last + 1 < boundary.rows() && boundary.text(last + 1, 0).equals(boundary.text(first, 0))) {
            last++;
        }
        this.left = boundary.real(first, x);
        this.bottom = boundary.real(first, y);
        this.right = boundary.real(last, x);
        this.top = boundary.real(last, y);
    }

    void draw(Graphics2D graphics, Rectangle2D place) {
        int x = points.column("x");
        int y = points.column("y");
        int target = points.column("target");
        for (int row = 0; row < points.rows(); row++) {
            double across = place.getX() + place.getWidth() * (points.real(row, x) - left) / (right - left);
            double down = place.getMaxY() - place.getHeight() * (points.real(row, y) - bottom) / (top - bottom);
            if (place.contains(across, down)) {
                Ellipse2D dot = new Ellipse2D.Double(across - RADIUS, down - RADIUS, 2 * RADIUS, 2 * RADIUS);
                graphics.setColor(points.isEmpty(row, target) ? Palette.INK : colours.apply(points.text(row, target)));
                graphics.fill(dot);
                graphics.setColor(Palette.PAPER);
                graphics.draw(dot);
            }
        }
    }
}
