package glissade.model;

/** How much of a gradient is handed over at once: small enough for the first-level cache beside its parameters. */
public final class Slices {
    private static final int FLOATS = 1_024;
    private static final int TILE = 4;

    private Slices() {}

    /** Whole rows of a layer in one slice: a multiple of the {@value #TILE} that products take at a time. */
    static int rows(int stride) {
        return Math.max(1, FLOATS / stride / TILE) * TILE;
    }

    /** The most floats a slice of this layout has. */
    public static int largest(ParameterLayout layout) {
        return Math.max(FLOATS, TILE * layout.largestStride());
    }
}
