package glissade.store;

import glissade.numeric.DecimalText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** What was varied, in words: short names of the swept paths, and the values of a trial. */
public final class SweptText {
    /** Drawn numbers have more digits than anybody reads; the tables hold them all. */
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private final Table table;
    private final List<Column> swept;

    /** Of a {@code trials}. */
    public SweptText(Table trials) {
        this(trials, Schemas.swept(trials));
    }

    /** Of a table, whose columns of swept paths are these. */
    public SweptText(Table table, List<Column> swept) {
        this.table = table;
        this.swept = List.copyOf(swept);
    }

    /** The last part of a path, if no other swept path ends with it. */
    public String label(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        long same = swept.stream()
                .filter(column -> column.name().equals(last) || column.name().endsWith("." + last))
                .count();
        return same == 1 ? last : path;
    }

    /** A trial's value; a dash where the path means nothing in it. */
    public String value(int row, Column column) {
        int place = table.column(column.name());
        if (table.isEmpty(row, place)) {
            return "-";
        }
        return switch (column.type()) {
            case STRING -> table.text(row, place);
            case LONG -> Long.toString(table.whole(row, place));
            case DOUBLE ->
                DecimalText.plain(
                        new BigDecimal(table.real(row, place)).round(DIGITS).doubleValue());
        };
    }

    /** All values of a trial; its id if nothing was varied. */
    public String trial(int row) {
        return swept.isEmpty()
                ? "trial " + table.text(row, table.column(Schemas.TRIAL_ID))
                : swept.stream()
                        .filter(column -> !table.isEmpty(row, table.column(column.name())))
                        .map(column -> label(column.name()) + " " + value(row, column))
                        .collect(Collectors.joining(", "));
    }
}
