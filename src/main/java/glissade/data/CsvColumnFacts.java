package glissade.data;

/** What the rows of a table say of one column. */
final class CsvColumnFacts {
    private final ClassLabels labels = new ClassLabels();
    private final int mostLabels;
    private boolean manyLabels;
    private boolean repeats;
    private boolean whole = true;
    private long missing;
    private long numbers;
    private long texts;
    private String firstText;
    private boolean beginsWithText;

    /** Remembers so many different cells. */
    CsvColumnFacts(int mostLabels) {
        this.mostLabels = mostLabels;
    }

    void add(byte[] text, int from, int to, long line) {
        if (CsvMissing.isMissing(text, from, to)) {
            missing++;
            return;
        }
        float value = FloatText.parse(text, from, to);
        if (Float.isFinite(value)) {
            numbers++;
            whole &= ClassLabels.isWhole(text, from, to);
        } else {
            beginsWithText |= numbers + texts == 0;
            texts++;
            firstText = firstText == null ? BadLine.quoted(text, from, to) + " in line " + line : firstText;
        }
        count(text, from, to);
    }

    private void count(byte[] text, int from, int to) {
        if (labels.size() < mostLabels) {
            int before = labels.size();
            labels.add(text, from, to);
            repeats |= labels.size() == before;
        } else if (labels.find(text, from, to) >= 0) {
            repeats = true;
        } else {
            manyLabels = true;
        }
    }

    long missing() {
        return missing;
    }

    boolean isEmpty() {
        return numbers + texts == 0;
    }

    boolean isNumber() {
        return texts == 0;
    }

    boolean isWhole() {
        return isNumber() && whole;
    }

    /** Numbers and text, by which a reader that went by the first cell would be misled. */
    boolean isMixed() {
        return numbers > 0 && texts > 0;
    }

    boolean beginsWithText() {
        return beginsWithText;
    }

    /** Where the first text stands. */
    String firstText() {
        return firstText;
    }

    /** Different cells, as far as they were counted. */
    int different() {
        return labels.size();
    }

    boolean hasMoreThan(int count) {
        return manyLabels || labels.size() > count;
    }

    /** Whether no cell stands twice. */
    boolean namesRows() {
        return !repeats && labels.size() > 1;
    }

    /** The classes that they would be, in their order. */
    ClassLabels classes() {
        return labels.sorted();
    }
}
