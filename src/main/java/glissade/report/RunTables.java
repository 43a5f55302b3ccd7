package glissade.report;

import glissade.store.Schemas;
import glissade.store.Table;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A run as its report sees it: the stored tables, and which trials come first. */
final class RunTables {
    private final StoredTables tables;
    private final Subject subject;
    private final Table trials;
    private final Names names;
    private final CurveTable curves;

    RunTables(StoredTables tables, Subject subject) throws IOException {
        this.tables = tables;
        this.subject = subject;
        this.trials = tables.table("trials");
        this.names = new Names(trials);
        this.curves = new CurveTable(tables.table("curves"));
    }

    Subject subject() {
        return subject;
    }

    Table trials() {
        return trials;
    }

    Names names() {
        return names;
    }

    CurveTable curves() {
        return curves;
    }

    /** The split of which there are curves: the one that ranks, or where nothing was measured of it on the way, that of training. */
    String drawnSplit() {
        boolean drawn = leaders(Integer.MAX_VALUE).stream()
                .anyMatch(row -> !curves.line(id(row), "epoch", subject.split() + "_loss", "")
                        .isEmpty());
        return drawn ? subject.split() : "train";
    }

    /** A table that not every run has. */
    Optional<Table> table(String name) throws IOException {
        return tables.find(name);
    }

    /** Rows of the leading trials that have the selected number, best first. */
    List<Integer> leaders(int most) {
        int selected = trials.column(subject.column());
        return subject.ranked().stream()
                .filter(row -> !trials.isEmpty(row, selected))
                .limit(most)
                .toList();
    }

    /** Rows of a trial in a table of the best trials, on the split that ranks them, else on the first split it has. */
    List<Integer> rowsOf(int trial, Table details) {
        List<Integer> rows = IntStream.range(0, details.rows())
                .filter(row -> details.text(row, 0).equals(id(trial)))
                .boxed()
                .toList();
        boolean ranked = rows.stream().anyMatch(row -> details.text(row, 1).equals(subject.split()));
        String split = ranked || rows.isEmpty() ? subject.split() : details.text(rows.get(0), 1);
        return rows.stream().filter(row -> details.text(row, 1).equals(split)).toList();
    }

    /** All rows: the leading trials first, then those without the selected number, as the table has them. */
    List<Integer> order() {
        Set<Integer> rows = new LinkedHashSet<>(leaders(Integer.MAX_VALUE));
        IntStream.range(0, trials.rows()).forEach(rows::add);
        return List.copyOf(rows);
    }

    String id(int row) {
        return trials.text(row, trials.column(Schemas.TRIAL_ID));
    }
}
