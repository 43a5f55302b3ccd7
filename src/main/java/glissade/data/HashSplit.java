package glissade.data;

/**
 * Holds out the rows whose {@link RowKeys key} is below the share. No row's side depends on any other row, so rows and files
 * may be added.
 */
final class HashSplit implements RowSplit {
    private static final long serialVersionUID = 1;

    private final RowKeys keys;
    private final double validation;

    HashSplit(RowKeys keys, double validation) {
        this.keys = keys;
        this.validation = validation;
    }

    @Override
    public Split of(long row, float target) {
        return keys.of(row) < validation ? Split.VALIDATION : Split.TRAIN;
    }

    @Override
    public boolean needsTargets() {
        return false;
    }
}
