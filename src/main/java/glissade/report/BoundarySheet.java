package glissade.report;

import glissade.report.Stretches.Stretch;
import glissade.store.Table;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What models of two features say all over the plane, side by side: a sheet by two swept axes, or best trial first. */
final class BoundarySheet {
    /** Multiples of what a map has points, so that all of these are drawn alike. */
    private static final int SIDE = 200;

    private static final int LARGE_SIDE = 600;
    private static final double STRENGTH = 0.75;
    private static final int SHADES = 24;

    private final RunTables run;
    private final Map<String, PlaneMap> maps = new LinkedHashMap<>();
    private final List<String> classes = new ArrayList<>();
    private final Map<String, int[]> ofClass = new TreeMap<>();
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    BoundarySheet(RunTables run, Table boundary) {
        this.run = run;
        PlaneMap.all(boundary).forEach(map -> maps.put(map.trial(), map));
        int predicted = boundary.column("predicted");
        int predictedValue = boundary.column("predicted_value");
        for (int row = 0; row < boundary.rows(); row++) {
            String name = boundary.text(row, predicted);
            if (name != null && !classes.contains(name)) {
                classes.add(name);
            }
            double value = boundary.real(row, predictedValue);
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        classes.sort(Comparator.naturalOrder());
    }

    Picture picture(Optional<Table> points) {
        Sheet sheet = Sheet.of(run, maps.size(), SIDE, LARGE_SIDE);
        sheet.begin(run.subject().name() + ": decision boundaries", legend());
        Optional<Stretches> stretches = points.map(Stretches::new);
        for (int row : run.leaders(Integer.MAX_VALUE)) {
            PlaneMap map = maps.get(run.id(row));
            if (map != null && sheet.hasRoom()) {
                Optional<Stretch> own = stretches.flatMap(all -> all.of(map.trial()));
                sheet.add(
                        row,
                        image(map),
                        own.map(stretch -> new PointCloud(
                                points.get(), stretch, run.subject().split(), map, this::colour)));
            }
        }
        return sheet.picture();
    }

    private String legend() {
        String metric = "dots: " + Words.rows(run.subject().split()) + "; below each: "
                + run.subject().metricInWords();
        return classes.isEmpty() ? metric : "the stronger the colour, the surer; " + metric;
    }

    private Color colour(String name) {
        return Palette.line(Math.max(0, classes.indexOf(name)));
    }

    /** A pixel for each point of the grid, the largest y on top. */
    private BufferedImage image(PlaneMap map) {
        int width = map.width();
        int height = map.size() / width;
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[(height - 1 - i / width) * width + i % width] = shade(map, i);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        return image;
    }

    private int shade(PlaneMap map, int point) {
        String predicted = map.predicted(point);
        if (predicted == null) {
            double value = map.value(point);
            double share = high > low ? (value - low) / (high - low) : 0;
            Color shade = Double.isFinite(value) ? Palette.between(Palette.PAPER, Palette.BLUE, share) : Palette.GRID;
            return shade.getRGB();
        }
        double probability = map.probability(point);
        double chance = 1.0 / Math.max(2, classes.size());
        double sure = Double.isFinite(probability) ? Math.max(0, (probability - chance) / (1 - chance)) : 1;
        int step = (int) StrictMath.rint(SHADES * sure);
        int[] shades = ofClass.computeIfAbsent(predicted, this::shades);
        return shades[Math.min(SHADES, step)];
    }

    private int[] shades(String name) {
        int[] shades = new int[SHADES + 1];
        for (int step = 0; step <= SHADES; step++) {
            double share = STRENGTH * (0.25 + 0.75 * step / SHADES);
            shades[step] = Palette.between(Palette.PAPER, colour(name), share).getRGB();
        }
        return shades;
    }
}
