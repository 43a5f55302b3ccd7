package glissade.store;

import glissade.numeric.DecimalText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** What was varied, in words: short names of the swept paths, and the values of a trial. */
public final class SweptText {
    /** Drawn numbers have more digits than anybody reads; the tables hold them all. */
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private final Table trials;
    private final List<Column> swept;

    /** Of a {@code trials} or a {@code configurations}. */
    public SweptText(Table trials) {
        this.trials = trials;
        this.swept = Schemas.swept(trials);
    }

    /** As many of the last parts of a path as no other swept path ends with. */
    public String label(String path) {
        int start = path.lastIndexOf('.') + 1;
        while (start > 0 && !isUnique(path.substring(start))) {
            start = path.lastIndexOf('.', start - 2) + 1;
        }
        return path.substring(start);
    }

    private boolean isUnique(String end) {
        return swept.stream()
                        .filter(column ->
                                column.name().equals(end) || column.name().endsWith("." + end))
                        .count()
                == 1;
    }

    /** A trial's value; a dash where the path means nothing in it. */
    public String value(int row, Column column) {
        int place = trials.column(column.name());
        if (trials.isEmpty(row, place)) {
            return "-";
        }
        return switch (column.type()) {
            case STRING -> trials.text(row, place);
            case LONG -> Long.toString(trials.whole(row, place));
            case DOUBLE ->
                DecimalText.plain(
                        new BigDecimal(trials.real(row, place)).round(DIGITS).doubleValue());
        };
    }
}
