package glissade.report;

import glissade.report.Trails.Trail;
import glissade.store.Table;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ways of the best trials over each surface. */
final class TrajectorySheet {
    private static final int MOST_IN_A_ROW = 3;
    private static final int SIDE = 400;
    private static final int LARGE_SIDE = 640;
    private static final int GAP = 24;
    private static final int HEAD = 84;
    private static final int LINE = 22;
    private static final int MARGIN = 24;
    private static final BasicStroke WAY = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke RIM = new BasicStroke(4.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final double DOT = 5;
    private static final double FARTHEST = 1e6;

    private final RunTables run;
    private final Table landscape;
    private final Table trajectory;
    /** First rows in the table by trial. */
    private final Map<String, Integer> ways = new LinkedHashMap<>();

    private final Trails trails;
    /** First rows in the table by surface, and one behind the last. */
    private final Map<String, Integer> firstRows = new LinkedHashMap<>();

    TrajectorySheet(RunTables run, Table landscape, Table trajectory) {
        this.run = run;
        this.landscape = landscape;
        this.trails = new Trails(run);
        this.trajectory = trajectory;
        for (int row = 0; row < trajectory.rows(); row++) {
            ways.putIfAbsent(trajectory.text(row, 0), row);
        }
        for (int row = 0; row < landscape.rows(); row++) {
            firstRows.putIfAbsent(landscape.text(row, 0), row);
        }
    }

    Picture picture() {
        List<String> surfaces = List.copyOf(firstRows.keySet());
        int columns = Math.min(MOST_IN_A_ROW, surfaces.size());
        int side = surfaces.size() == 1 ? LARGE_SIDE : SIDE;
        int foot = (trails.legend().isEmpty() ? Palette.MOST_LINES : 1) * LINE + LINE;
        int rows = (surfaces.size() + columns - 1) / columns;
        int width = Math.max(760, 2 * MARGIN + columns * side + (columns - 1) * GAP);
        Picture picture = new Picture(width, HEAD + LINE + rows * (side + foot + GAP));
        picture.write(run.subject().name() + ": ways downhill", Look.TITLE, Palette.INK, MARGIN, 40);
        picture.write(legend(), Look.SUBTITLE, Palette.FAINT_INK, MARGIN, 66);
        drawLegend(picture, trails.legend(), MARGIN, HEAD + 4);
        for (int i = 0; i < surfaces.size(); i++) {
            double left = MARGIN + i % columns * (side + GAP);
            double top = HEAD + LINE + i / columns * (side + foot + GAP);
            draw(picture, surfaces.get(i), new Rectangle2D.Double(left, top, side, side));
        }
        return picture;
    }

    private String legend() {
        String best = trails.legend().isEmpty() ? "the best trials" : "the best trial of each";
        return best + ", by " + run.subject().metricInWords() + "; darker is lower; ring: start, dot: end";
    }

    private void draw(Picture picture, String surface, Rectangle2D place) {
        Graphics2D pen = picture.graphics();
        int first = firstRows.get(surface);
        int end = first;
        while (end < landscape.rows() && landscape.text(end, 0).equals(surface)) {
            end++;
        }
        LandscapeMap map = new LandscapeMap(landscape, first, end, place);
        map.draw(pen);
        List<Trail> drawn = trails.over(surface);
        Shape whole = pen.getClip();
        pen.setClip(place);
        // The best one last, so that it lies on top.
        for (int i = drawn.size() - 1; i >= 0; i--) {
            draw(pen, drawn.get(i), map);
        }
        pen.setClip(whole);
        int below = (int) place.getMaxY() + LINE - 4;
        picture.write(surface + extent(map), Look.NUMBER, Palette.FAINT_INK, (int) place.getX(), below);
        if (trails.legend().isEmpty()) {
            for (Trail trail : drawn) {
                below += LINE;
                drawLegend(picture, trail, (int) place.getX(), below);
            }
        }
    }

    private static String extent(LandscapeMap map) {
        return ", x from " + Sheet.brief(map.left()) + " to " + Sheet.brief(map.right()) + ", y from "
                + Sheet.brief(map.bottom()) + " to " + Sheet.brief(map.top());
    }

    private void draw(Graphics2D pen, Trail trail, LandscapeMap map) {
        String trial = run.id(trail.row());
        int row = ways.getOrDefault(trial, trajectory.rows());
        if (row == trajectory.rows()) {
            return;
        }
        Path2D path = new Path2D.Double();
        Point2D start = place(map, row);
        path.moveTo(start.getX(), start.getY());
        Point2D last = start;
        // A way that flies off is drawn as far as it can be seen.
        while (row < trajectory.rows()
                && trajectory.text(row, 0).equals(trial)
                && place(map, row).distance(start) < FARTHEST) {
            last = place(map, row);
            path.lineTo(last.getX(), last.getY());
            row++;
        }
        Color colour = Palette.line(trail.colour());
        pen.setColor(Palette.PAPER);
        pen.setStroke(RIM);
        pen.draw(path);
        pen.setColor(colour);
        pen.setStroke(WAY);
        pen.draw(path);
        dot(pen, last, colour);
        pen.setColor(Palette.INK);
        pen.draw(new Ellipse2D.Double(start.getX() - DOT, start.getY() - DOT, 2 * DOT, 2 * DOT));
    }

    private Point2D place(LandscapeMap map, int row) {
        return map.at(trajectory.real(row, trajectory.column("x")), trajectory.real(row, trajectory.column("y")));
    }

    private static void dot(Graphics2D pen, Point2D at, Color colour) {
        Ellipse2D dot = new Ellipse2D.Double(at.getX() - DOT, at.getY() - DOT, 2 * DOT, 2 * DOT);
        pen.setColor(colour);
        pen.fill(dot);
        pen.setColor(Palette.PAPER);
        pen.setStroke(new BasicStroke(1.2f));
        pen.draw(dot);
    }

    private static void drawLegend(Picture picture, List<String> names, int left, int baseline) {
        int x = left;
        for (int place = 0; place < names.size(); place++) {
            x = entry(picture, names.get(place), place, x, baseline);
        }
    }

    private void drawLegend(Picture picture, Trail trail, int left, int baseline) {
        entry(picture, run.names().trial(trail.row()), trail.colour(), left, baseline);
    }

    /** A dash in a colour and its name; where the next one may begin. */
    private static int entry(Picture picture, String name, int colour, int x, int baseline) {
        Graphics2D pen = picture.graphics();
        pen.setColor(Palette.line(colour));
        pen.fill(new Rectangle2D.Double(x, baseline - 7, 18, 4));
        picture.write(name, Look.LABEL, Palette.INK, x + 24, baseline);
        FontMetrics metrics = pen.getFontMetrics(Look.LABEL);
        return x + 24 + metrics.stringWidth(name) + 28;
    }
}
