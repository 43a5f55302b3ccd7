package glissade.report;

import glissade.store.Column;
import glissade.store.Schemas;
import glissade.store.SweptText;
import glissade.store.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What was varied, as reports call it: as leaderboards do, but shorter where a name or a list says less than it takes room. */
final class Names {
    private static final String TYPE = ".type";
    /** Fewer equal numbers in a list are as quickly read as counted. */
    private static final int FEWEST_EQUAL = 3;

    private static final String TIMES = " × ";

    private final Table trials;
    private final List<Column> swept;
    private final SweptText texts;

    /** Of a {@code trials} or a {@code configurations}. */
    Names(Table trials) {
        this.trials = trials;
        this.swept = Schemas.swept(trials);
        this.texts = new SweptText(trials);
    }

    /** Of a path; the type of something is called by its name: {@code optimizer}. */
    String label(String path) {
        if (!path.endsWith(TYPE)) {
            return texts.label(path);
        }
        String owner = path.substring(0, path.length() - TYPE.length());
        return owner.substring(owner.lastIndexOf('.') + 1);
    }

    /** A trial's value; a dash where the path means nothing in it. */
    String value(int row, Column column) {
        return listed(texts.value(row, column));
    }

    /** A list of several equal numbers by one of them, as on the page: {@code [32 × 8]}. */
    static String listed(String text) {
        String[] parts = text.startsWith("[") && text.endsWith("]")
                ? text.substring(1, text.length() - 1).split(", ", -1)
                : new String[0];
        boolean equal = parts.length >= FEWEST_EQUAL && Arrays.stream(parts).allMatch(parts[0]::equals);
        return equal ? "[" + parts[0] + TIMES + parts.length + "]" : text;
    }

    /** What a label wants to have said beside it: how such lists are to be read, where there are some. */
    static String explained(String label, List<String> values) {
        return values.stream()
                .filter(value -> value.contains(TIMES))
                .findFirst()
                .map(value -> {
                    String[] parts = value.substring(1, value.length() - 1).split(TIMES, 2);
                    return label + " (" + value + ": " + parts[1] + " times " + parts[0] + ")";
                })
                .orElse(label);
    }

    /** All values of a trial, and its number among replicates; its id if nothing was varied. */
    String trial(int row) {
        if (swept.isEmpty()) {
            return "trial " + trials.text(row, trials.column(Schemas.TRIAL_ID));
        }
        String values = swept.stream()
                .filter(column -> !trials.isEmpty(row, trials.column(column.name())))
                .map(column -> label(column.name()) + " " + value(row, column))
                .collect(Collectors.joining(", "));
        boolean replicated = Schemas.isReplicated(trials);
        return replicated ? values + ", replicate " + trials.whole(row, trials.column(Schemas.REPLICATE)) : values;
    }
}
