package glissade.data;

/** A line of text that is no row; whoever knows file and line makes {@link BadData} of it. */
final class BadLine extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_SHOWN = 40;

    BadLine(String message) {
        super(Utf8.oneLine(message), null, false, false);
    }

    /** A few words of the user's, in quotes. */
    static String quoted(byte[] text, int from, int to) {
        String all = Utf8.text(text, from, Math.min(to, from + 4 * LONGEST_SHOWN));
        String shown = all.substring(
                0, all.offsetByCodePoints(0, Math.min(LONGEST_SHOWN, all.codePointCount(0, all.length()))));
        return "'" + shown + (shown.length() < all.length() || to - from > 4 * LONGEST_SHOWN ? "..." : "") + "'";
    }
}
