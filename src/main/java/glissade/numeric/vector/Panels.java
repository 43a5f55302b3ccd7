package glissade.numeric.vector;

/** How many vectors of columns a sparse product takes at a time. */
final class Panels {
    private Panels() {}

    /** Eight; the ten of a cohort's ten classes at once; what is left over by halves. */
    static int next(int vectors) {
        return vectors == 10 ? 10 : Math.min(8, Integer.highestOneBit(vectors));
    }
}
