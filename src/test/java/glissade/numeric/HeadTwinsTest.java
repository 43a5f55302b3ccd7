package glissade.numeric;

import static glissade.numeric.Twins.numbers;
import static glissade.numeric.Twins.rows;
import static glissade.numeric.Twins.same;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads: the twins write the same slopes, losses and marks of being right, whatever the logits. */
class HeadTwinsTest {
    private static final int ROWS = 5;
    private static final int[] WIDTHS = {1, 2, 7, 8, 15, 16, 17, 32, 48};
    private static final int[] UNITS = {2, 3, 10, 16, 17, 37};

    /** A head's loop over the rows: turns z into slopes. */
    private interface Head {
        void apply(Kernels kernels, float[] z, float[] losses, float[] correct);
    }

    /** Compares all three outputs, one at a time. */
    private static void sameHead(float[] z, int width, Head head, String shape) {
        float[] scratch = new float[ROWS * width];
        same(z, (k, out) -> head.apply(k, out, scratch.clone(), scratch.clone()), "slopes, " + shape);
        same(scratch, (k, out) -> head.apply(k, z.clone(), out, scratch.clone()), "losses, " + shape);
        same(scratch, (k, out) -> head.apply(k, z.clone(), scratch.clone(), out), "right, " + shape);
    }

    /** A single lane's rows are padded; their padding must stay as it is. */
    private static int stride(int units, int width) {
        return units * width + (width == 1 ? 3 : 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void softmaxAgrees(boolean wild) {
        for (int width : WIDTHS) {
            for (int units : UNITS) {
                int stride = stride(units, width);
                int[] labels = rows(ROWS, units, width);
                sameHead(
                        numbers(ROWS * stride, 5 + units, wild),
                        width,
                        (k, z, losses, correct) -> k.softmax(z, stride, units, width, labels, ROWS, losses, correct),
                        "width " + width + ", units " + units);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {1f, 2f})
    void squaredClassesAgree(float slope) {
        for (int width : WIDTHS) {
            for (int units : UNITS) {
                int stride = stride(units, width);
                int[] labels = rows(ROWS, units, width);
                sameHead(
                        numbers(ROWS * stride, 6 + units, units % 2 == 1),
                        width,
                        (k, z, losses, correct) ->
                                k.squaredClasses(z, stride, units, width, labels, slope, ROWS, losses, correct),
                        "width " + width + ", units " + units);
            }
        }
    }

    /** Equal logits: the lowest index wins, in both twins. */
    @Test
    void tiesAgree() {
        for (int width : WIDTHS) {
            int stride = stride(4, width);
            int[] labels = rows(ROWS, 4, width);
            float[] ties = new float[ROWS * stride];
            sameHead(
                    ties,
                    width,
                    (k, z, losses, correct) -> k.softmax(z, stride, 4, width, labels, ROWS, losses, correct),
                    "softmax of width " + width);
            sameHead(
                    ties,
                    width,
                    (k, z, losses, correct) -> k.squaredClasses(z, stride, 4, width, labels, 2f, ROWS, losses, correct),
                    "squares of width " + width);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void binaryAgrees(boolean wild) {
        float[] targets = {0f, 1f, 1f, 0f, 1f};
        for (int width : WIDTHS) {
            int stride = stride(1, width);
            for (int seed = 0; seed < 20; seed++) {
                sameHead(
                        numbers(ROWS * stride, seed, wild),
                        width,
                        (k, z, losses, correct) -> k.binary(z, stride, width, targets, ROWS, losses, correct),
                        "width " + width);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void squaredAgrees(boolean wild) {
        for (int width : WIDTHS) {
            int stride = stride(1, width);
            float[] targets = numbers(ROWS, width, wild);
            for (float slope : new float[] {1f, 2f}) {
                float[] z = numbers(ROWS * stride, 3 + width, wild);
                String shape = "width " + width;
                float[] scratch = new float[ROWS * width];
                same(
                        z,
                        (k, out) -> k.squared(out, stride, width, targets, slope, ROWS, scratch.clone()),
                        "slopes, " + shape);
                same(
                        scratch,
                        (k, out) -> k.squared(z.clone(), stride, width, targets, slope, ROWS, out),
                        "losses, " + shape);
            }
        }
    }
}
