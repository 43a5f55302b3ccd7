package glissade.data;

/** A line of text that is no row; whoever knows file and line makes {@link BadData} of it. */
final class BadLine extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_SHOWN = 40;

    BadLine(String message) {
        super(message, null, false, false);
    }

    /** A few words of the user's, in quotes. */
    static String quoted(byte[] text, int from, int to) {
        String all = Utf8.text(text, from, Math.min(to, from + 4 * LONGEST_SHOWN));
        String shown = all.codePoints()
                .limit(LONGEST_SHOWN)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "'" + shown + (shown.length() < all.length() || to - from > 4 * LONGEST_SHOWN ? "..." : "") + "'";
    }
}
