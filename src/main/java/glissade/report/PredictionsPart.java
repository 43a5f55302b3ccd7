package glissade.report;

import glissade.report.Stretches.Stretch;
import glissade.store.Column;
import glissade.store.DetailSchemas;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The table {@code predictions} in a page: the worst rows of each split, and of values so many rows, evenly. */
final class PredictionsPart {
    private static final int MOST_WORST = 150;
    private static final int MOST_DOTS = 1_500;

    /** Rows of a split of a trial; places in {@code predictions}. */
    private record Part(int trial, String split, Stretch rows) {}

    private final Table predictions;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Integer> probabilities = new LinkedHashMap<>();

    private final Optional<Table> pictures;

    PredictionsPart(RunTables run, Table predictions, Optional<Table> pictures) {
        this.predictions = predictions;
        this.pictures = pictures;
        Map<String, Integer> rows = new LinkedHashMap<>();
        run.order().forEach(row -> rows.put(run.id(row), row));
        int id = predictions.column(Schemas.TRIAL_ID);
        int split = predictions.column("split");
        int from = 0;
        for (int to = 1; to <= predictions.rows(); to++) {
            boolean ends = to == predictions.rows()
                    || !predictions.text(to, id).equals(predictions.text(from, id))
                    || !predictions.text(to, split).equals(predictions.text(from, split));
            if (ends) {
                Integer trial = rows.get(predictions.text(from, id));
                if (trial != null) {
                    parts.add(new Part(trial, predictions.text(from, split), new Stretch(from, to)));
                }
                from = to;
            }
        }
        for (Column column : predictions.columns()) {
            if (column.name().startsWith(DetailSchemas.PROBABILITY)) {
                String name = column.name().substring(DetailSchemas.PROBABILITY.length());
                probabilities.put(name, predictions.column(column.name()));
            }
        }
    }

    /** The worst rows among classes. */
    void writeClasses(JsonText json) {
        List<Part> classes = parts.stream().filter(part -> !hasValues(part)).toList();
        boolean some = classes.stream().anyMatch(part -> part.rows().length() > MOST_WORST);
        json.name("predictions").beginObject().name("parts").beginArray();
        for (Part part : classes) {
            begin(part, json).name("worst").beginArray();
            for (int row : worst(part)) {
                json.beginArray().value(predictions.whole(row, predictions.column("row")));
                for (String column : List.of("id", "target", "predicted")) {
                    json.value(predictions.text(row, predictions.column(column)));
                }
                json.value(probability(row)).value(real(row, "loss")).endArray();
            }
            json.endArray();
            writePictures(part, json);
            json.endObject();
        }
        json.endArray().name("note");
        json.value(
                some
                        ? "Of each split the " + Words.count(MOST_WORST)
                                + " rows with the largest loss are in this page; predictions.parquet has them all."
                        : "");
        json.endObject();
    }

    /** Number, side and grey levels of each. */
    private void writePictures(Part part, JsonText json) {
        json.name("pictures").beginArray();
        pictures.ifPresent(table -> {
            String id = predictions.text(part.rows().from(), predictions.column(Schemas.TRIAL_ID));
            for (int row = 0; row < table.rows(); row++) {
                if (table.text(row, table.column(Schemas.TRIAL_ID)).equals(id)
                        && table.text(row, table.column("split")).equals(part.split())) {
                    byte[] levels = HexFormat.of().parseHex(table.text(row, table.column("levels")));
                    json.beginArray().value(table.whole(row, table.column("row")));
                    json.value(table.whole(row, table.column("side")))
                            .value(Series.base64(levels))
                            .endArray();
                }
            }
        });
        json.endArray();
    }

    /** Predicted against true values. */
    void writeValues(Table metrics, RunTables run, JsonText json) {
        List<Part> values = parts.stream().filter(this::hasValues).toList();
        if (values.isEmpty()) {
            return;
        }
        json.name("regression").beginObject().name("parts").beginArray();
        for (Part part : values) {
            int[] rows = part.rows().thinned(MOST_DOTS);
            begin(part, json).name("length").value(rows.length).name("target");
            Series.write(Series.cells(predictions, predictions.column("target_value"), rows), json);
            json.name("predicted");
            Series.write(Series.cells(predictions, predictions.column("predicted_value"), rows), json);
            json.name("at");
            Series.write(Series.cells(predictions, predictions.column("row"), rows), json);
            json.name("worst").beginArray();
            for (int row : worst(part)) {
                json.beginArray().value(predictions.whole(row, predictions.column("row")));
                json.value(predictions.text(row, predictions.column("id")));
                json.value(real(row, "target_value")).value(real(row, "predicted_value"));
                json.value(real(row, "loss")).endArray();
            }
            json.endArray().endObject();
        }
        json.endArray();
        ConfusionPart.writeMetrics(run, metrics, json);
        json.endObject();
    }

    private JsonText begin(Part part, JsonText json) {
        json.beginObject().name("row").value(part.trial()).name("split").value(part.split());
        return json.name("rows").value(part.rows().length());
    }

    private boolean hasValues(Part part) {
        return predictions.isEmpty(part.rows().from(), predictions.column("target"));
    }

    /** Largest loss first, then as they lie. */
    private int[] worst(Part part) {
        return IntStream.range(part.rows().from(), part.rows().to())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -real(row, "loss")))
                .limit(MOST_WORST)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double real(int row, String column) {
        return predictions.real(row, predictions.column(column));
    }

    /** Of the class that was predicted. */
    private double probability(int row) {
        String predicted = predictions.text(row, predictions.column("predicted"));
        return probabilities.containsKey(predicted) ? predictions.real(row, probabilities.get(predicted)) : Double.NaN;
    }
}
