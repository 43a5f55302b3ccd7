package glissade.store;

import glissade.numeric.DecimalText;
import java.util.List;
import java.util.stream.Collectors;

/** What was varied, in words: short names of the swept paths, and the values of a trial. */
public final class SweptText {
    private final Table trials;
    private final List<Column> swept;

    /** Of a {@code trials}. */
    public SweptText(Table trials) {
        this.trials = trials;
        this.swept = Schemas.swept(trials);
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
        int place = trials.column(column.name());
        if (trials.isEmpty(row, place)) {
            return "-";
        }
        return switch (column.type()) {
            case STRING -> trials.text(row, place);
            case LONG -> Long.toString(trials.whole(row, place));
            case DOUBLE -> DecimalText.plain(trials.real(row, place));
        };
    }

    /** All values of a trial; its id if nothing was varied. */
    public String trial(int row) {
        return swept.isEmpty()
                ? "trial " + trials.text(row, trials.column(Schemas.TRIAL_ID))
                : swept.stream()
                        .filter(column -> !trials.isEmpty(row, trials.column(column.name())))
                        .map(column -> label(column.name()) + " " + value(row, column))
                        .collect(Collectors.joining(", "));
    }
}
