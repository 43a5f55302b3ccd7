package glissade.data;

/**
 * Dense or CSR? A dense kernel does every multiplication at the full speed of a register tile; a sparse one does only those
 * with non-zeros, each behind an indexed load, at about half that speed. So a data set is sparse when at most half of its
 * training values are not zero. Rows of fewer than 16 features stay dense: there the bookkeeping costs more than it saves.
 */
final class LayoutRule {
    private static final int FEWEST_FEATURES = 16;

    private LayoutRule() {}

    static boolean sparse(long nonZeros, long values, int features) {
        return features >= FEWEST_FEATURES && nonZeros <= values / 2;
    }
}
