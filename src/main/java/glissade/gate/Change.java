package glissade.gate;

import glissade.data.DataSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Something that differs between two runs, and so may be why their results do.
 *
 * @param kind what it is
 * @param text from what to what
 */
public record Change(Kind kind, String text) {
    private static final int LONGEST = 60;

    /** What can differ. */
    public enum Kind {
        DATA,
        CONFIG,
        CODE,
        /** Java and Spark, on which results do not depend. */
        RUNTIME;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Everything that is different now. */
    public static List<Change> between(Origin now, Origin before) {
        List<Change> changes = new ArrayList<>();
        data(now.data(), before.data(), changes);
        SortedSet<String> keys = new TreeSet<>(now.config().keySet());
        keys.addAll(before.config().keySet());
        for (String key : keys) {
            String was = String.valueOf(before.config().get(key));
            String is = String.valueOf(now.config().get(key));
            if (!was.equals(is)) {
                changes.add(new Change(Kind.CONFIG, key + " " + shown(was) + " -> " + shown(is)));
            }
        }
        SortedSet<String> parts = new TreeSet<>(now.versions().keySet());
        parts.retainAll(before.versions().keySet());
        for (String part : parts) {
            String was = before.versions().get(part);
            String is = now.versions().get(part);
            if (!was.equals(is)) {
                boolean own = part.equals("glissade") || part.equals("code");
                changes.add(new Change(own ? Kind.CODE : Kind.RUNTIME, part + " " + was + " -> " + is));
            }
        }
        return changes;
    }

    private static void data(List<DataSummary> now, List<DataSummary> before, List<Change> changes) {
        if (now.size() != before.size()) {
            changes.add(new Change(Kind.DATA, before.size() + " -> " + now.size() + " data sets"));
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            DataSummary is = now.get(i);
            DataSummary was = before.get(i);
            if (!is.fingerprint().equals(was.fingerprint())) {
                changes.add(new Change(
                        Kind.DATA,
                        (now.size() == 1 ? "" : "data set " + (i + 1) + ": ")
                                + (is.trainingRows() == was.trainingRows()
                                        ? "other values in as many rows"
                                        : was.trainingRows() + " -> " + is.trainingRows() + " training rows")));
            }
        }
    }

    private static String shown(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
    }

    /** The kinds that occur, in their order, such as {@code data, code}. */
    public static String kinds(List<Change> changes) {
        return changes.stream()
                .map(Change::kind)
                .distinct()
                .sorted()
                .map(Kind::text)
                .collect(Collectors.joining(", "));
    }
}
