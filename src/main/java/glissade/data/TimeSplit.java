package glissade.data;

/**
 * Holds out the last rows in canonical order.
 *
 * @param firstHeld the first of them
 */
record TimeSplit(long firstHeld) implements RowSplit {
    /** The share of the rows, to the nearest row. */
    static TimeSplit of(double validation, long rows) {
        return new TimeSplit(rows - (long) Math.floor(validation * rows + 0.5));
    }

    @Override
    public Split of(long row, float target) {
        return row >= firstHeld ? Split.VALIDATION : Split.TRAIN;
    }

    @Override
    public boolean needsTargets() {
        return false;
    }
}
