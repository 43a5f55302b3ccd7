package glissade.report;

import java.util.Locale;

/** Counts in sentences. */
final class Words {
    private Words() {}

    /** {@code 12,345}. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 1 trial}, {@code 1,000 trials}. */
    static String counted(long count, String thing) {
        return count(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /** Rows of a split: {@code training rows}. */
    static String rows(String split) {
        return (split.equals("train") ? "training" : split) + " rows";
    }
}
