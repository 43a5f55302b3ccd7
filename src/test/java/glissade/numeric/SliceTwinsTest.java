package glissade.numeric;

import static glissade.numeric.Twins.EDGES;
import static glissade.numeric.Twins.numbers;
import static glissade.numeric.Twins.same;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

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
}
