package glissade.numeric;

import static glissade.numeric.Twins.EDGES;
import static glissade.numeric.Twins.numbers;
import static glissade.numeric.Twins.same;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Element by element loops: activations and all operations of which update rules are made. */
class SliceTwinsTest {
    @Test
    void activationsAgree() {
        for (int count : EDGES) {
            float[] x = numbers(count + 3, count, true);
            float[] h = numbers(count + 3, count + 1, true);
            String shape = "count " + count;
            same(x, (k, out) -> k.tanh(out, count), shape);
            same(x, (k, out) -> k.relu(out, count), shape);
            same(x, (k, out) -> k.sigmoid(out, count), shape);
            same(x, (k, out) -> k.tanhBackward(h, out, count), shape);
            same(x, (k, out) -> k.reluBackward(h, out, count), shape);
            same(x, (k, out) -> k.sigmoidBackward(h, out, count), shape);
        }
    }

    /**
     * Each operand begins somewhere else in its array; what lies before and behind must stay as it is. Constants are one, two
     * or three vectors long and longer than some slices.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void updatesAgree(boolean wild) {
        for (int count : EDGES) {
            for (int seed = 0; seed < 4; seed++) {
                int period = Kernels.WIDEST_VECTOR * (1 + seed % 3);
                float[] out = numbers(count + 5, seed, wild);
                float[] x = numbers(count + 5, seed + 10, wild);
                float[] y = numbers(count + 5, seed + 40, wild);
                float[] a = numbers(period, seed + 20, wild);
                float[] b = numbers(period, seed + 30, wild);
                float[] c = numbers(period, seed + 50, wild);
                float[] d = numbers(period, seed + 60, wild);
                String shape = "count " + count;
                same(out, (k, w) -> k.scale(w, 3, 1f / 3, count), "scale, " + shape);
                same(out, (k, w) -> k.descend(w, 3, a, x, 2, count), "descend, " + shape);
                same(out, (k, s) -> k.accumulate(s, 1, a, x, 4, b, count), "accumulate, " + shape);
                same(out, (k, s) -> k.accumulateSquares(s, 4, a, x, 1, b, count), "accumulate squares, " + shape);
                same(out, (k, s) -> k.scaled(s, 2, a, x, 3, count), "scaled, " + shape);
                same(out, (k, s) -> k.addScaled(s, 3, a, x, 1, count), "add scaled, " + shape);
                same(out, (k, g) -> k.clip(g, 1, a, count), "clip, " + shape);
                same(out, (k, w) -> k.heavyBall(w, 3, x.clone(), 1, y, 2, a, b, count), "heavy ball, " + shape);
                same(out, (k, v) -> k.heavyBall(x.clone(), 3, v, 1, y, 2, a, b, count), "its velocity, " + shape);
                same(out, (k, m) -> k.accumulateMoments(m, x.clone(), 4, a, b, c, d, y, 1, count), "mean, " + shape);
                same(out, (k, s) -> k.accumulateMoments(x.clone(), s, 2, a, b, c, d, y, 3, count), "square, " + shape);
                same(out, (k, w) -> k.descendByRoot(w, 1, a, x, 3, b, y, 2, c, d, count), "by root, " + shape);
            }
        }
    }

    /** An operand may be the output itself: decay is {@code w = fma(-rate, w, w)}. */
    @Test
    void decayInPlaceAgrees() {
        float[] rates = numbers(32, 1, true);
        for (int count : EDGES) {
            same(numbers(count + 2, 2, true), (k, w) -> k.descend(w, 2, rates, w, 2, count), "count " + count);
        }
    }

    /** Adam's two averages at once are the two averages. */
    @Test
    void bothMomentsAtOnceAreEachAlone() {
        float[] g = numbers(160, 1, true);
        float[] keep = numbers(16, 2, false);
        float[] add = numbers(16, 3, false);
        for (Kernels kernels : List.of(Twins.SCALAR, Twins.VECTOR)) {
            float[][] together = {numbers(160, 4, true), numbers(160, 5, true)};
            float[][] apart = {numbers(160, 4, true), numbers(160, 5, true)};
            kernels.accumulateMoments(together[0], together[1], 0, keep, add, add, keep, g, 0, 160);
            kernels.accumulate(apart[0], 0, keep, g, 0, add, 160);
            kernels.accumulateSquares(apart[1], 0, add, g, 0, keep, 160);
            assertArrayEquals(Twins.bits(apart[0]), Twins.bits(together[0]));
            assertArrayEquals(Twins.bits(apart[1]), Twins.bits(together[1]));
        }
    }

    /** Averages that have faded are the same bits by another way: all sizes of them, at rest and when a gradient comes again. */
    @Test
    void faintMomentsAgree() {
        float[] faint = new float[480];
        float[] gradient = new float[480];
        float[] places = numbers(480, 3, true);
        float[] sizes = {1e-3f, -7 * Float.MIN_VALUE, 0x1p-75f, Math.nextDown(0x1p-75f), -0x1p-74f, 0x1p-64f};
        for (int i = 0; i < 480; i++) {
            int size = i < 200 ? i : 1 << (i % 24);
            faint[i] = Float.intBitsToFloat(i % 7 == 0 ? 0x800000 - size / 2 : size | (i % 3 == 0 ? 0x80000000 : 0));
            gradient[i] = i % 5 == 0 ? sizes[i / 5 % sizes.length] : i % 2 == 0 ? 0f : -0f;
            places[i] = i % 11 == 0 ? Float.MIN_VALUE * i : places[i];
        }
        for (float keep : new float[] {0f, 0.1f, 0.5f, 0.9f, 0.999f, Math.nextDown(1f), 1f, -0.5f, 2f, Float.NaN}) {
            float[] kept = constants(keep);
            float[] added = constants(1 - keep);
            float[] one = constants(1f);
            String what = "keep " + keep;
            same(faint, (k, s) -> k.accumulate(s, 0, kept, gradient, 0, added, 480), what);
            same(faint, (k, s) -> k.accumulateSquares(s, 0, kept, gradient, 0, added, 480), what);
            same(
                    faint,
                    (k, m) -> k.accumulateMoments(m, faint.clone(), 0, kept, added, kept, added, gradient, 0, 480),
                    what);
            same(faint, (k, v) -> k.heavyBall(places.clone(), 0, v, 0, gradient, 0, kept, added, 480), what);
            same(places, (k, w) -> k.heavyBall(w, 0, faint.clone(), 0, gradient, 0, kept, added, 480), what);
            for (float epsilon : new float[] {0f, Float.MIN_VALUE, 1e-8f, 1f, -1e-8f}) {
                float[] more = constants(epsilon);
                same(places, (k, w) -> k.descendByRoot(w, 0, kept, faint, 0, one, gradient, 0, one, more, 480), what);
                same(places, (k, w) -> k.descendByRoot(w, 0, one, faint, 0, kept, faint, 0, one, more, 480), what);
            }
        }
    }

    private static float[] constants(float value) {
        float[] constants = new float[Kernels.WIDEST_VECTOR];
        Arrays.fill(constants, value);
        return constants;
    }
}
