package glissade.report;

import glissade.store.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table {@code landscape} in a page: the ground under the paths, a byte for each point of a grid, by the logarithm of its
 * height above the deepest point, as landscapes that fall by orders of magnitude would be flat otherwise.
 */
final class LandscapeMaps {
    private static final int STEPS = 255;
    /** The smallest height that is told from the bottom, as a share of the largest. */
    private static final double FINEST = 1e-4;

    private final Table landscape;
    private final Map<String, List<Integer>> rows = new LinkedHashMap<>();

    LandscapeMaps(Optional<Table> landscape) {
        this.landscape = landscape.orElse(null);
        landscape.ifPresent(table -> {
            for (int row = 0; row < table.rows(); row++) {
                String surface = table.text(row, table.column("surface"));
                rows.computeIfAbsent(surface, key -> new ArrayList<>()).add(row);
            }
        });
    }

    /** The larger side of a landscape; without one, as given. */
    double extent(String name, double otherwise) {
        List<Integer> grid = grid(name);
        if (grid == null) {
            return otherwise;
        }
        int first = grid.get(0);
        int last = grid.get(grid.size() - 1);
        return Math.max(real(last, "x") - real(first, "x"), real(last, "y") - real(first, "y"));
    }

    private List<Integer> grid(String name) {
        return rows.get(
                name.isEmpty() && rows.size() == 1 ? rows.keySet().iterator().next() : name);
    }

    /** The landscape of a name; where no landscape was swept, the only one. */
    void write(String name, JsonText json) {
        List<Integer> grid = grid(name);
        json.beginObject().name("name").value(name);
        if (grid != null) {
            writeGrid(grid, json);
        }
        json.endObject();
    }

    private void writeGrid(List<Integer> grid, JsonText json) {
        int first = grid.get(0);
        int last = grid.get(grid.size() - 1);
        int width = 1;
        while (width < grid.size() && real(grid.get(width), "y") == real(first, "y")) {
            width++;
        }
        json.name("left").value(real(first, "x")).name("right").value(real(last, "x"));
        json.name("bottom").value(real(first, "y")).name("top").value(real(last, "y"));
        json.name("width").value(width).name("height").value(grid.size() / width);
        json.name("ground").value(Series.base64(heights(grid)));
    }

    private byte[] heights(List<Integer> grid) {
        double[] values = grid.stream().mapToDouble(row -> real(row, "value")).toArray();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        byte[] heights = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            double share = high > low ? (values[i] - low) / (high - low) : 0;
            heights[i] =
                    (byte) StrictMath.rint(STEPS * StrictMath.log1p(share / FINEST) / StrictMath.log1p(1 / FINEST));
        }
        return heights;
    }

    private double real(int row, String column) {
        return landscape.real(row, landscape.column(column));
    }
}
