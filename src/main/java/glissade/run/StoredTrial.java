package glissade.run;

import glissade.numeric.DecimalText;
import glissade.store.Column;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Holds a trial's rows in a table against those of another training, bit for bit. */
final class StoredTrial {
    private static final String NOTHING = "nothing";

    private StoredTrial() {}

    /** Names the first cell that differs; null if none does. */
    static String difference(Table stored, Table now, String trialId) {
        List<Integer> before = rows(stored, trialId);
        List<Integer> after = rows(now, trialId);
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            for (Column column : now.columns()) {
                String was = cell(stored, before.get(i), column.name());
                String is = cell(now, after.get(i), column.name());
                if (!Objects.equals(was, is)) {
                    return now.name() + ", row " + (i + 1) + " of this trial, column " + column.name() + ": stored "
                            + was + ", now " + is;
                }
            }
        }
        return before.size() == after.size()
                ? null
                : now.name() + ": stored " + before.size() + " rows of this trial, now " + after.size();
    }

    private static List<Integer> rows(Table table, String trialId) {
        int id = table.column(Schemas.TRIAL_ID);
        return IntStream.range(0, table.rows())
                .filter(row -> table.text(row, id).equals(trialId))
                .boxed()
                .toList();
    }

    /** The shortest text of a number that gives back its bits, so equal texts are equal bits. */
    private static String cell(Table table, int row, String name) {
        boolean known =
                table.columns().stream().anyMatch(column -> column.name().equals(name));
        if (!known || table.isEmpty(row, table.column(name))) {
            return NOTHING;
        }
        int column = table.column(name);
        return switch (table.columns().get(column).type()) {
            case STRING -> table.text(row, column);
            case LONG -> Long.toString(table.whole(row, column));
            case DOUBLE -> DecimalText.of(table.real(row, column));
        };
    }
}
