package glissade.report;

import glissade.report.Stretches.Stretch;
import glissade.store.Column;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The table {@code curves} in a page: of each trial, every so many epochs if there would be too many points, with the first,
 * the last and the best. Trials often share their epochs and updates, which are then written once, as a grid.
 */
final class CurvesPart {
    private static final int FEWEST_POINTS = 6;
    /** A double in base64. */
    private static final double BYTES_A_VALUE = 10.7;

    private final RunTables run;
    private final Table curves;
    private final List<Integer> columns;
    private final Map<List<Double>, Integer> grids = new LinkedHashMap<>();
    private final int most;
    private boolean thinned;

    /** With about so many bytes for all curves. */
    CurvesPart(RunTables run, double bytes) {
        this.run = run;
        this.curves = run.curves().table();
        int first = curves.column("learning_rate");
        this.columns = IntStream.range(first, curves.columns().size())
                .filter(column -> !curves.columns().get(column).name().equals("train_objective"))
                .filter(this::isMeasured)
                .boxed()
                .toList();
        double values = bytes / BYTES_A_VALUE / Math.max(1, columns.size());
        this.most =
                (int) Math.max(FEWEST_POINTS, values / Math.max(1, run.trials().rows()));
    }

    private boolean isMeasured(int column) {
        return IntStream.range(0, curves.rows()).anyMatch(row -> !curves.isEmpty(row, column));
    }

    void write(Map<String, Long> trainingRows, JsonText json) {
        json.name("curves").beginObject().name("columns").beginArray();
        columns.stream().map(curves.columns()::get).map(Column::name).forEach(json::value);
        json.endArray().name("lines").beginArray();
        Stretches stretches = new Stretches(curves);
        for (int row = 0; row < run.trials().rows(); row++) {
            Stretch stretch = stretches.of(run.id(row)).orElse(null);
            if (stretch == null) {
                json.value((String) null);
            } else {
                writeLine(points(stretch, row), json);
            }
        }
        json.endArray();
        writeGrids(json);
        writeRows(trainingRows, json);
        json.name("note").value(thinned ? note() : "").endObject();
    }

    private String note() {
        return "Of a long curve about " + Words.count(most)
                + " epochs are drawn, evenly spaced, with the first, the last and the best; curves.csv has them all.";
    }

    private int[] points(Stretch stretch, int row) {
        int[] rows = stretch.thinned(most);
        int best = run.trials().column(Schemas.BEST_EPOCH);
        int bestRow = stretch.from() + Math.max(0, Math.toIntExact(run.trials().whole(row, best)) - 1);
        thinned |= rows.length < stretch.length();
        boolean known = !run.trials().isEmpty(row, best) && bestRow < stretch.to();
        TreeSet<Integer> all = new TreeSet<>(Arrays.stream(rows).boxed().toList());
        if (known) {
            all.add(bestRow);
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private void writeLine(int[] rows, JsonText json) {
        double[] epochs = Series.cells(curves, curves.column("epoch"), rows);
        double[] steps = Series.cells(curves, curves.column("steps"), rows);
        List<Double> grid = new ArrayList<>(Arrays.stream(epochs).boxed().toList());
        Arrays.stream(steps).forEach(grid::add);
        json.beginArray().value((long) grids.computeIfAbsent(grid, key -> grids.size()));
        columns.forEach(column -> Series.write(Series.cells(curves, column, rows), json));
        json.endArray();
    }

    private void writeGrids(JsonText json) {
        json.name("grids").beginArray();
        for (List<Double> grid : grids.keySet()) {
            double[] both = grid.stream().mapToDouble(Double::doubleValue).toArray();
            int length = both.length / 2;
            json.beginObject().name("length").value(length).name("epoch");
            Series.write(Arrays.copyOf(both, length), json);
            json.name("steps");
            Series.write(Arrays.copyOfRange(both, length, both.length), json);
            json.endObject();
        }
        json.endArray();
    }

    /** Rows that each trial sees in an epoch, by its data. */
    private void writeRows(Map<String, Long> trainingRows, JsonText json) {
        int data = run.trials().column(Schemas.DATA);
        json.name("rows").beginArray();
        for (int row = 0; row < run.trials().rows(); row++) {
            String fingerprint = run.trials().text(row, data);
            json.value(fingerprint == null ? 0 : trainingRows.getOrDefault(fingerprint, 0L));
        }
        json.endArray();
    }
}
