package glissade.data;

/** The ways in which a cell says that nothing is known: empty, NA, NaN, null or ?, in any case. */
final class CsvMissing {
    private static final String[] WORDS = {"?", "na", "nan", "null"};
    private static final int LONGEST = 4;

    private CsvMissing() {}

    static boolean isMissing(byte[] text, int from, int to) {
        if (to - from > LONGEST || from == to) {
            return from == to;
        }
        if (text[from] >= '+' && text[from] <= '9') {
            return false; // most cells begin as numbers do
        }
        for (String word : WORDS) {
            if (is(word, text, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(String word, byte[] text, int from, int to) {
        boolean same = word.length() == to - from;
        for (int i = 0; same && i < word.length(); i++) {
            int character = text[from + i];
            same = (character >= 'A' && character <= 'Z' ? character + 32 : character) == word.charAt(i);
        }
        return same;
    }
}
