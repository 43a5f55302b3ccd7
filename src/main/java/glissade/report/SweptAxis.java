package glissade.report;

import glissade.store.Column;
import glissade.store.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A swept path as an axis of a picture: its values, numbers by size, lists of numbers by length and then so, texts by alphabet. */
final class SweptAxis {
    static final Comparator<String> TEXTS = Comparator.<String>comparingInt(text -> members(text).length)
            .thenComparing(SweptAxis::members, Arrays::compare)
            .thenComparing(Comparator.naturalOrder());

    private static final Pattern NUMBERS = Pattern.compile("\\[[0-9][0-9, ]*\\]");

    private final RunTables run;
    private final Column column;
    private final List<String> values;

    SweptAxis(RunTables run, Column column) {
        this.run = run;
        this.column = column;
        Table trials = run.trials();
        int place = trials.column(column.name());
        Stream<Integer> rows = IntStream.range(0, trials.rows()).boxed().filter(row -> !trials.isEmpty(row, place));
        if (column.type() == Column.Type.LONG) {
            rows = rows.sorted(Comparator.comparingLong(row -> trials.whole(row, place)));
        } else if (column.type() == Column.Type.DOUBLE) {
            rows = rows.sorted(Comparator.comparingDouble(row -> trials.real(row, place)));
        } else {
            rows = rows.sorted(Comparator.comparing(row -> trials.text(row, place), TEXTS));
        }
        this.values = rows.map(row -> run.names().value(row, column)).distinct().toList();
    }

    private static int[] members(String text) {
        return NUMBERS.matcher(text).matches()
                ? Arrays.stream(text.substring(1, text.length() - 1).split(","))
                        .mapToInt(member -> Integer.parseInt(member.strip()))
                        .toArray()
                : new int[0];
    }

    Column column() {
        return column;
    }

    List<String> values() {
        return values;
    }

    /** Its name, and how values are to be read where that is not plain. */
    String label() {
        return Names.explained(run.names().label(column.name()), values);
    }

    /** The place of a trial's value; negative if the path means nothing in it. */
    int place(int row) {
        return values.indexOf(run.names().value(row, column));
    }
}
