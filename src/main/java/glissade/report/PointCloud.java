package glissade.report;

import glissade.report.Stretches.Stretch;
import glissade.store.Table;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Function;

/** The rows of a split as dots over a trial's map of the plane. */
final class PointCloud {
    private static final double RADIUS = 2.2;

    private final Table points;
    private final Stretch rows;
    private final Function<String, Color> colours;
    private final String split;
    private final double left;
    private final double right;
    private final double bottom;
    private final double top;

    /** Of rows that belong to one trial, over its map. */
    PointCloud(Table points, Stretch rows, String split, PlaneMap map, Function<String, Color> colours) {
        this.points = points;
        this.rows = rows;
        this.split = split;
        this.colours = colours;
        this.left = map.x(0);
        this.bottom = map.y(0);
        this.right = map.x(map.size() - 1);
        this.top = map.y(map.size() - 1);
    }

    void draw(Graphics2D graphics, Rectangle2D place) {
        int x = points.column("x");
        int y = points.column("y");
        int target = points.column("target");
        for (int row = rows.from(); row < rows.to(); row++) {
            if (!points.text(row, 1).equals(split)) {
                continue;
            }
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
