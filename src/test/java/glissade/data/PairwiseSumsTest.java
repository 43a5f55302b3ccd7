package glissade.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairwiseSumsTest {
    private static double[] block(int b) {
        return new double[] {
            Randomness.gaussian(1, Purpose.DATA, 0, b), 1e10 * Randomness.gaussian(1, Purpose.DATA, 1, b), b
        };
    }

    /** The tree written down plainly. */
    private static double node(int from, int size, int blocks, int feature) {
        if (size == 1) {
            return block(from)[feature];
        }
        int middle = from + size / 2;
        double left = node(from, size / 2, blocks, feature);
        return middle < blocks ? left + node(middle, size / 2, blocks, feature) : left;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 13, 100, 257})
    void theTreeIsTheSameHoweverTheBlocksAreDivided(int blocks) {
        int size = 1;
        while (size < blocks) {
            size *= 2;
        }
        double[] expected = {node(0, size, blocks, 0), node(0, size, blocks, 1), node(0, size, blocks, 2)};
        for (int stretches = 1; stretches <= blocks + 2; stretches++) {
            PairwiseSums all = new PairwiseSums(0);
            for (int s = 0; s < stretches; s++) {
                int from = blocks * s / stretches;
                PairwiseSums stretch = new PairwiseSums(from);
                for (int b = from; b < blocks * (s + 1) / stretches; b++) {
                    stretch.add(block(b));
                }
                all.add(stretch);
            }
            assertArrayEquals(expected, all.total(), 0.0, blocks + " blocks in " + stretches);
        }
    }
}
