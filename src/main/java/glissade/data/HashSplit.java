package glissade.data;

/**
 * Holds out the rows whose {@link RowKeys key} is below the share, for validation or the test. No row's side depends on any other row, so rows and files
 * may be added.
 */
final class HashSplit implements RowSplit {
    private static final long serialVersionUID = 1;

    private final RowKeys keys;
    private final double share;
    private final Split held;

    HashSplit(RowKeys keys, double share, Split held) {
        this.keys = keys;
        this.share = share;
        this.held = held;
    }

    @Override
    public Split of(long row, float target) {
        return keys.of(row) < share ? held : Split.TRAIN;
    }

    @Override
    public boolean needsTargets() {
        return false;
    }
}
