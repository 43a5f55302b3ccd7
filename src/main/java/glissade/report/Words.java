package glissade.report;

import java.util.Locale;

/** Counts and names in sentences. */
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

    /** As at the beginning of a sentence. */
    static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A name that says that what it names is drawn over its logarithm, as on the page. */
    static String byRatio(String name) {
        return name + " (logarithmic)";
    }

    /** Rows of a split: {@code training rows}. */
    static String rows(String split) {
        return row(split) + "s";
    }

    /** Rows of a split: {@code 1 training row}. */
    static String countedRows(long count, String split) {
        return counted(count, row(split));
    }

    private static String row(String split) {
        return (split.equals("train") ? "training" : split) + " row";
    }
}
