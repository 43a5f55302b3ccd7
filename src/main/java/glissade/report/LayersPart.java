package glissade.report;

import glissade.report.Stretches.Stretch;
import glissade.store.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table {@code layers} in a page: of the leading trials, and of these about so many epochs. */
final class LayersPart {
    private static final int MOST_VALUES = 40_000;
    private static final int MOST_EPOCHS = 150;
    private static final int FEWEST_TRIALS = 3;

    private final RunTables run;
    private final Table layers;
    private final Stretches stretches;
    private int values;
    private boolean thinned;

    LayersPart(RunTables run, Table layers) {
        this.run = run;
        this.layers = layers;
        this.stretches = new Stretches(layers);
    }

    void write(JsonText json) {
        json.name("layers").beginObject().name("trials").beginArray();
        int written = 0;
        for (int row : run.order()) {
            Stretch stretch = stretches.of(run.id(row)).orElse(null);
            if (stretch != null && (values < MOST_VALUES || written < FEWEST_TRIALS)) {
                writeTrial(row, stretch, json);
                written++;
            }
        }
        json.endArray().name("note").value(note(written)).endObject();
    }

    private String note(int written) {
        int all = stretches.trials().size();
        return (written < all
                        ? "The leading " + Words.count(written) + " of " + Words.counted(all, "trial") + ". "
                        : "")
                + (thinned ? "Of a long run about " + Words.count(MOST_EPOCHS) + " epochs, evenly spaced. " : "")
                + (written < all || thinned ? "layers.parquet has them all." : "");
    }

    /** Rows of one layer follow each other at the distance of the number of layers. */
    private void writeTrial(int row, Stretch stretch, JsonText json) {
        int layer = layers.column("layer");
        Map<Long, List<Integer>> rows = IntStream.range(stretch.from(), stretch.to())
                .boxed()
                .collect(Collectors.groupingBy(place -> layers.whole(place, layer), TreeMap::new, Collectors.toList()));
        boolean first = true;
        for (Map.Entry<Long, List<Integer>> entry : rows.entrySet()) {
            int[] places = thinned(entry.getValue());
            values += 2 * places.length;
            if (first) {
                json.beginObject().name("row").value(row).name("length").value(places.length);
                write("epoch", places, json);
                json.name("layers").beginArray();
                first = false;
            }
            json.beginObject().name("layer").value(entry.getKey());
            write("gradient_norm", places, json);
            write("weight_norm", places, json);
            json.endObject();
        }
        json.endArray().endObject();
    }

    private int[] thinned(List<Integer> rows) {
        int[] places = new Stretch(0, rows.size()).thinned(MOST_EPOCHS);
        thinned |= places.length < rows.size();
        return IntStream.of(places).map(rows::get).toArray();
    }

    private void write(String column, int[] rows, JsonText json) {
        json.name(column.replace("_norm", ""));
        Series.write(Series.cells(layers, layers.column(column), rows), json);
    }
}
