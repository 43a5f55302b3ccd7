package glissade.data;

/**
 * Holds out the share of every class, to the nearest row, but never all of its rows: those with the smallest {@link RowKeys
 * keys}. The last one held of each class is known, so that a row is dealt by itself.
 */
final class StratifiedSplit implements RowSplit {
    private static final long serialVersionUID = 1;

    private final RowKeys keys;
    private final double[] lastKeys;
    private final long[] lastRows;

    /** By class, the key of the last row held and, where keys are equal, its place. */
    StratifiedSplit(RowKeys keys, double[] lastKeys, long[] lastRows) {
        this.keys = keys;
        this.lastKeys = lastKeys;
        this.lastRows = lastRows;
    }

    /** How many of a class's rows are held out. */
    static long held(double validation, long rows) {
        return Math.max(0, Math.min(rows - 1, (long) Math.floor(validation * rows + 0.5)));
    }

    @Override
    public Split of(long row, float target) {
        int label = (int) target;
        double key = keys.of(row);
        boolean held = key < lastKeys[label] || (key == lastKeys[label] && row <= lastRows[label]);
        return held ? Split.VALIDATION : Split.TRAIN;
    }

    @Override
    public boolean needsTargets() {
        return true;
    }
}
