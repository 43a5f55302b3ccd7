package glissade.model;

/** How much of a gradient is handed over at once: small enough for the first-level cache beside its parameters. */
public final class Slices {
    private static final int FLOATS = 1_024;

    private Slices() {}

    /** Whole rows of a layer in one slice, at least one. */
    static int rows(int stride) {
        return Math.max(1, FLOATS / stride);
    }

    /** The most floats a slice of this layout has. */
    public static int largest(ParameterLayout layout) {
        return Math.max(FLOATS, layout.largestStride());
    }
}
