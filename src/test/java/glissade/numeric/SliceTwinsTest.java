package glissade.numeric;

import static glissade.numeric.Twins.EDGES;
import static glissade.numeric.Twins.numbers;
import static glissade.numeric.Twins.same;

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

    /** Each operand begins somewhere else in its array; what lies before and behind must stay as it is. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void updatesAgree(boolean wild) {
        for (int count : EDGES) {
            for (int seed = 0; seed < 4; seed++) {
                float[] out = numbers(count + 5, seed, wild);
                float[] x = numbers(count + 5, seed + 10, wild);
                float[] a = numbers(count, seed + 20, wild);
                float[] b = numbers(count, seed + 30, wild);
                String shape = "count " + count;
                same(out, (k, w) -> k.scale(w, 3, 1f / 3, count), "scale, " + shape);
                same(out, (k, w) -> k.descend(w, 3, a, x, 2, count), "descend, " + shape);
                same(out, (k, s) -> k.accumulate(s, 1, a, x, 4, b, count), "accumulate, " + shape);
                same(out, (k, s) -> k.accumulateSquares(s, 4, a, x, 1, b, count), "accumulate squares, " + shape);
                same(out, (k, y) -> k.scaled(y, 2, a, x, 3, count), "scaled, " + shape);
                same(out, (k, y) -> k.addScaled(y, 3, a, x, 1, count), "add scaled, " + shape);
                same(out, (k, g) -> k.divideByRoot(g, 5, x, 0, a, b, count), "divide by root, " + shape);
                same(out, (k, g) -> k.clip(g, 1, a, count), "clip, " + shape);
            }
        }
    }

    /** An operand may be the output itself: decay is {@code w = fma(-rate, w, w)}. */
    @Test
    void decayInPlaceAgrees() {
        for (int count : EDGES) {
            float[] rates = numbers(count, 1, true);
            same(numbers(count + 2, 2, true), (k, w) -> k.descend(w, 2, rates, w, 2, count), "count " + count);
        }
    }
}
