package glissade.model;

import java.util.List;

/** How much a training row counts by its class. */
public enum ClassWeight {
    NONE,
    /** The rows of every class weigh the same together, and a row weighs 1 on average. */
    BALANCED;

    /**
     * The weight of class c: rows / (classes x rows of c). A class without rows has none to weigh, and 1. Null when rows are
     * not weighted, which is not the same as weights of 1: there is nothing to multiply by.
     */
    public float[] weights(List<Long> classRows) {
        if (this == NONE) {
            return null;
        }
        double rows = classRows.stream().mapToLong(Long::longValue).sum();
        float[] weights = new float[classRows.size()];
        for (int c = 0; c < weights.length; c++) {
            long own = classRows.get(c);
            weights[c] = own == 0 ? 1f : (float) (rows / ((double) weights.length * own));
        }
        return weights;
    }
}
