package glissade.run;

import glissade.model.Surface;
import glissade.store.DetailSchemas;
import glissade.store.Table;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The surfaces beneath the ways that trials went, on grids: the table {@code landscape}, as {@link DetailSchemas} has it. */
final class LandscapeTable {
    /** Points along x, and along y. */
    static final int SIDE = 100;

    private static final double HIGHEST = 2;
    private static final double MARGIN = 0.1;
    /** Also of a trial that does not move. */
    private static final double LEAST_EXTENT = 0.5;

    private final Surface surface;
    private double left = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.POSITIVE_INFINITY;
    private double top = Double.NEGATIVE_INFINITY;

    private LandscapeTable(Surface surface) {
        this.surface = surface;
        surface.lowest().forEach(place -> cover(place.x(), place.y()));
    }

    /** From the table {@code trajectory} and the surface of each trial in it. */
    static Table of(Table trajectory, Map<String, Surface> surfaces) {
        Map<Surface, Double> starts = highestStarts(trajectory, surfaces);
        Map<Surface, LandscapeTable> grids = new EnumMap<>(Surface.class);
        starts.keySet().forEach(surface -> grids.put(surface, new LandscapeTable(surface)));
        for (int row = 0; row < trajectory.rows(); row++) {
            Surface surface = surfaces.get(trajectory.text(row, 0));
            double x = trajectory.real(row, trajectory.column("x"));
            double y = trajectory.real(row, trajectory.column("y"));
            if (surface.value(x, y) <= HIGHEST * starts.get(surface)) {
                grids.get(surface).cover(x, y);
            }
        }
        Table table = DetailSchemas.landscape();
        grids.values().stream()
                .sorted(Comparator.comparing(LandscapeTable::name))
                .forEach(grid -> grid.addTo(table));
        return table;
    }

    private static Map<Surface, Double> highestStarts(Table trajectory, Map<String, Surface> surfaces) {
        Map<Surface, Double> starts = new EnumMap<>(Surface.class);
        for (int row = 0; row < trajectory.rows(); row++) {
            if (trajectory.whole(row, trajectory.column("step")) == 0) {
                Surface surface = surfaces.get(trajectory.text(row, 0));
                double height = surface.value(
                        trajectory.real(row, trajectory.column("x")), trajectory.real(row, trajectory.column("y")));
                starts.merge(surface, Double.isFinite(height) ? height : 0, Math::max);
            }
        }
        return starts;
    }

    private String name() {
        return surface.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void cover(double x, double y) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        bottom = Math.min(bottom, y);
        top = Math.max(top, y);
    }

    private void addTo(Table table) {
        double across = MARGIN * Math.max(LEAST_EXTENT, right - left);
        double up = MARGIN * Math.max(LEAST_EXTENT, top - bottom);
        for (int line = 0; line < SIDE; line++) {
            double y = between(bottom - up, top + up, line);
            for (int column = 0; column < SIDE; column++) {
                double x = between(left - across, right + across, column);
                table.add(List.of(name(), x, y, surface.value(x, y)));
            }
        }
    }

    private static double between(double low, double high, int place) {
        return low + (high - low) * place / (SIDE - 1);
    }
}
