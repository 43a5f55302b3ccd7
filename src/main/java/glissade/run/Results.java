package glissade.run;

import glissade.plan.SweptColumn;
import glissade.plan.Trial;
import glissade.plan.Trials;
import glissade.store.Column;
import glissade.store.Digest;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a sweep found into the run folder. */
final class Results {
    private Results() {}

    /** Writes tables and the best model; the digest of the tables. */
    static String write(Trials trials, SweepOutcome outcome, RunFolder folder) throws IOException {
        Table trialTable = trials(trials, outcome);
        Table curves = outcome.curves();
        for (Table table : List.of(trialTable, curves)) {
            folder.writeParquet(table);
            folder.writeCsv(table);
        }
        if (trials.isReplicated()) {
            Table configurations = Configurations.of(trialTable, trials.selection(), trials.replicates());
            folder.writeParquet(configurations);
            folder.writeCsv(configurations);
        }
        Table layers = outcome.layers();
        if (layers.rows() > 0) {
            folder.writeParquet(layers);
        }
        for (Table table : List.of(outcome.steps(), outcome.trajectory())) {
            if (table.rows() > 0) {
                folder.writeParquet(table);
                folder.writeCsv(table);
            }
        }
        Table landscape = outcome.landscape();
        if (landscape.rows() > 0) {
            folder.writeParquet(landscape);
        }
        folder.writeParquet(outcome.timings());
        if (outcome.best() != null) {
            folder.writeModel(outcome.best().description(), outcome.best().parameters());
        }
        return Digest.of(trialTable, curves);
    }

    /** The table {@code trials}, with what was swept. */
    static Table trials(Trials trials, SweepOutcome outcome) {
        return outcome.trials(Schemas.trials(columns(trials), trials.isReplicated()), cells(trials));
    }

    /** Of {@code trials}, between id and status. */
    static List<Column> columns(Trials trials) {
        return trials.columns().stream()
                .map(column -> new Column(column.path(), type(column.kind())))
                .toList();
    }

    private static Column.Type type(SweptColumn.Kind kind) {
        return switch (kind) {
            case WHOLE -> Column.Type.LONG;
            case NUMBER -> Column.Type.DOUBLE;
            case TEXT -> Column.Type.STRING;
        };
    }

    /** By trial id, its place among replicates and what it has in each swept column; null where that means nothing in it. */
    static Map<String, List<Object>> cells(Trials trials) {
        Map<String, List<Object>> cells = new LinkedHashMap<>();
        for (Trial trial : trials.all()) {
            List<Object> row = new ArrayList<>();
            if (trials.isReplicated()) {
                row.addAll(List.of(trial.configuration(), trial.replicate()));
            }
            trials.columns().forEach(column -> row.add(trial.swept().get(column.path())));
            cells.put(trial.id(), row);
        }
        return cells;
    }
}
