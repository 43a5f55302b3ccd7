package glissade.report;

import glissade.store.Schemas;
import glissade.store.Table;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What models of two features say all over the plane, side by side: a sheet by two swept axes, or best trial first. */
final class BoundarySheet {
    /** Multiples of what a map has points, so that all of these are drawn alike. */
    private static final int SIDE = 200;

    private static final int LARGE_SIDE = 600;
    private static final double STRENGTH = 0.75;
    private static final int SHADES = 24;

    private final RunTables run;
    private final Table boundary;
    private final Map<String, Integer> firstRows = new LinkedHashMap<>();
    private final List<String> classes = new ArrayList<>();
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    BoundarySheet(RunTables run, Table boundary) {
        this.run = run;
        this.boundary = boundary;
        for (int row = 0; row < boundary.rows(); row++) {
            firstRows.putIfAbsent(trial(row), row);
            String predicted = boundary.text(row, boundary.column("predicted"));
            if (predicted != null && !classes.contains(predicted)) {
                classes.add(predicted);
            }
            double value = boundary.real(row, boundary.column("predicted_value"));
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        classes.sort(Comparator.naturalOrder());
    }

    private String trial(int row) {
        return boundary.text(row, boundary.column(Schemas.TRIAL_ID));
    }

    Picture picture(Optional<Table> points) {
        Sheet sheet = Sheet.of(run, firstRows.size(), SIDE, LARGE_SIDE);
        sheet.begin(run.subject().name() + ": decision boundaries", legend());
        for (int row : run.leaders(Integer.MAX_VALUE)) {
            Integer first = firstRows.get(run.id(row));
            if (first != null && sheet.hasRoom()) {
                sheet.add(
                        row,
                        map(first),
                        points.map(
                                table -> new PointCloud(table, run.subject().split(), boundary, first, this::colour)));
            }
        }
        return sheet.picture();
    }

    private String legend() {
        String metric = "dots: " + run.subject().split() + " rows; below each: "
                + run.subject().metricInWords();
        return classes.isEmpty() ? metric : "the stronger the colour, the surer; " + metric;
    }

    private Color colour(String name) {
        return Palette.line(Math.max(0, classes.indexOf(name)));
    }

    /** A pixel for each point of the grid, the largest y on top. */
    private BufferedImage map(int first) {
        int y = boundary.column("y");
        int width = 1;
        while (first + width < boundary.rows() && boundary.real(first + width, y) == boundary.real(first, y)) {
            width++;
        }
        int end = first;
        while (end < boundary.rows() && trial(end).equals(trial(first))) {
            end++;
        }
        int height = (end - first) / width;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, height - 1 - i / width, shade(first + i).getRGB());
        }
        return image;
    }

    private Color shade(int row) {
        String predicted = boundary.text(row, boundary.column("predicted"));
        if (predicted == null) {
            double value = boundary.real(row, boundary.column("predicted_value"));
            double share = high > low ? (value - low) / (high - low) : 0;
            return Double.isFinite(value) ? Palette.between(Palette.PAPER, Palette.BLUE, share) : Palette.GRID;
        }
        double probability = boundary.real(row, boundary.column("probability"));
        double chance = 1.0 / Math.max(2, classes.size());
        double sure = Double.isFinite(probability) ? Math.max(0, (probability - chance) / (1 - chance)) : 1;
        double shade = StrictMath.rint(SHADES * sure) / SHADES;
        return Palette.between(Palette.PAPER, colour(predicted), STRENGTH * (0.25 + 0.75 * shade));
    }
}
