package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import jdk.incubator.vector.FloatVector;

/** Adds each entry of a few sparse rows to the chain of its feature, for matrices a vector or two wide. */
final class SparseScatter {
    private static final int L = SPECIES.length();

    private SparseScatter() {}

    /** Computes all whole vectors of columns. */
    static void columns(
            float[] values,
            int[] columns,
            int[] starts,
            int[] rows,
            int count,
            float[] delta,
            int stride,
            float[] chains,
            int chainsAt) {
        for (int column = 0; column + L <= stride; column += L) {
            for (int i = 0; i < count; i++) {
                row(
                        values,
                        columns,
                        starts[rows[i]],
                        starts[rows[i] + 1],
                        delta,
                        i * stride + column,
                        stride,
                        chains,
                        chainsAt + column);
            }
        }
    }

    private static void row(
            float[] values,
            int[] columns,
            int from,
            int to,
            float[] delta,
            int deltaAt,
            int stride,
            float[] chains,
            int chainsAt) {
        FloatVector d = fromArray(SPECIES, delta, deltaAt);
        for (int entry = from; entry < to; entry++) {
            int at = chainsAt + columns[entry] * stride;
            broadcast(SPECIES, values[entry])
                    .fma(d, fromArray(SPECIES, chains, at))
                    .intoArray(chains, at);
        }
    }

    /** Ends so many chains: returns the first that is left over. */
    static int end(float[] chains, int chainsAt, float[] out, int outAt, float factor, int count) {
        FloatVector zero = zero(SPECIES);
        int i = 0;
        for (; i + L <= count; i += L) {
            fromArray(SPECIES, chains, chainsAt + i).add(0f).mul(factor).intoArray(out, outAt + i);
            zero.intoArray(chains, chainsAt + i);
        }
        return i;
    }
}
