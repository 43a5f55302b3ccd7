package glissade.run;

import glissade.engine.Selection;
import glissade.store.Column;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Makes the table {@code configurations} of a table {@code trials}. */
final class Configurations {
    private final Table trials;
    private final Selection selection;
    /** By id, the row of each replicate in turn; null of those that a run which ended before its time did not come to. */
    private final Map<String, List<Integer>> rows = new TreeMap<>();

    private Configurations(Table trials, Selection selection, int replicates) {
        this.trials = trials;
        this.selection = selection;
        int configuration = trials.column(Schemas.CONFIGURATION);
        int replicate = trials.column(Schemas.REPLICATE);
        for (int row = 0; row < trials.rows(); row++) {
            rows.computeIfAbsent(
                            trials.text(row, configuration),
                            id -> new ArrayList<>(Collections.nCopies(replicates, null)))
                    .set((int) trials.whole(row, replicate), row);
        }
    }

    /** Of configurations with so many replicates each. */
    static Table of(Table trials, Selection selection, int replicates) {
        return new Configurations(trials, selection, replicates).table();
    }

    private Table table() {
        List<Standing> ranked = rows.entrySet().stream()
                .map(entry -> new Standing(
                        entry.getKey(),
                        entry.getValue().stream().map(this::value).toList()))
                .sorted(Standing.bestFirst(selection))
                .toList();
        List<Column> swept = Schemas.swept(trials);
        Table table = Schemas.configurations(swept);
        for (int place = 0; place < ranked.size(); place++) {
            Standing standing = ranked.get(place);
            Sample sample = standing.sample();
            double half = sample.halfInterval();
            List<Object> row = new ArrayList<>(List.of(standing.configuration()));
            int first = rows.get(standing.configuration()).stream()
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            swept.forEach(column -> row.add(cell(first, column)));
            row.addAll(Arrays.asList(
                    sample.size(),
                    sample.mean(),
                    sample.deviation(),
                    sample.mean() - half,
                    sample.mean() + half,
                    place + 1,
                    standing.isTiedWith(ranked.get(0))
                            .map(tied -> tied ? "yes" : "no")
                            .orElse(null)));
            table.add(row);
        }
        return table;
    }

    private double value(Integer row) {
        if (row == null) {
            return Double.NaN;
        }
        String status = trials.text(row, trials.column(Schemas.STATUS));
        boolean ended = status.equals(TrialOutcome.DIVERGED) || status.equals(TrialOutcome.FAILED);
        return ended ? Double.NaN : trials.real(row, trials.column(Ranking.column(selection)));
    }

    private Object cell(int row, Column column) {
        int place = trials.column(column.name());
        if (trials.isEmpty(row, place)) {
            return null;
        }
        return switch (column.type()) {
            case STRING -> trials.text(row, place);
            case LONG -> (Object) trials.whole(row, place);
            case DOUBLE -> (Object) trials.real(row, place);
        };
    }
}
