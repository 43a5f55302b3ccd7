package glissade.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.model.Activation;
import glissade.model.Architecture;
import glissade.model.ModelSpec;
import glissade.model.ParameterLayout;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneWidthTest {
    private static final Architecture SOFTMAX = Architecture.of(ModelSpec.of(ModelSpec.Type.SOFTMAX), 784, 10);
    private static final Architecture SMALL = mlp(2, 2, 10);
    private static final Architecture WIDE = mlp(784, 10, 1_000);

    private static Architecture mlp(int features, int classes, Integer... hidden) {
        return Architecture.of(ModelSpec.mlp(Activation.TANH, hidden), features, classes);
    }

    private static List<Integer> split(Architecture architecture, int trials, int cores) {
        return new LaneWidth(architecture, Long.MAX_VALUE).split(trials, cores);
    }

    @Test
    void everyTrialIsInOneCohortOfAtMost32() {
        for (Architecture architecture : List.of(SOFTMAX, SMALL, WIDE)) {
            for (int trials = 1; trials <= 200; trials++) {
                for (int cores : List.of(1, 2, 7, 64)) {
                    List<Integer> sizes = split(architecture, trials, cores);
                    assertEquals(
                            trials, sizes.stream().mapToInt(Integer::intValue).sum());
                    assertTrue(sizes.stream().allMatch(size -> size >= 1 && size <= LaneWidth.MOST_LANES));
                }
            }
        }
    }

    @Test
    void oneCoreFusesUpTo32() {
        assertEquals(List.of(32, 32), split(SOFTMAX, 64, 1));
        assertEquals(List.of(32, 8), split(SOFTMAX, 40, 1));
        assertEquals(List.of(5), split(SMALL, 5, 1));
    }

    @Test
    void sixteensLetMoreCoresWork() {
        assertEquals(List.of(16, 16), split(SOFTMAX, 32, 2));
        assertEquals(List.of(16, 16, 16, 16), split(SOFTMAX, 64, 4));
        assertEquals(List.of(32, 32), split(SOFTMAX, 64, 2));
    }

    /** A hidden layer of 128 fills vectors by itself, and 16 times its weights would not fit the cache. */
    @Test
    void wideLayersTrainAlone() {
        assertEquals(Collections.nCopies(16, 1), split(mlp(784, 10, 128), 16, 1));
        assertEquals(List.of(16), split(mlp(784, 10, 10), 16, 1));
    }

    @Test
    void aSmallRestTrainsAlone() {
        assertEquals(List.of(32, 1), split(SOFTMAX, 33, 1));
        assertEquals(List.of(1), split(SOFTMAX, 1, 1));
    }

    @Test
    void wideLayersTrainAloneWhereFusingWouldPad() {
        assertEquals(Collections.nCopies(8, 1), split(WIDE, 8, 1));
        assertEquals(List.of(16), split(WIDE, 16, 1));
    }

    @Test
    void whatWouldNotFitTrainsAlone() {
        LaneWidth tight = new LaneWidth(SOFTMAX, LaneWidth.floats(SOFTMAX, 16) - 1);
        assertEquals(Collections.nCopies(16, 1), tight.split(16, 1));
        Architecture large = mlp(100_000, 10, 20_000);
        assertTrue(LaneWidth.isPossible(large));
        assertEquals(Collections.nCopies(40, 1), split(large, 40, 1));
        assertFalse(LaneWidth.isPossible(mlp(100_000, 10, 30_000)));
    }

    @Test
    void floatsAreThoseOfTheLayout() {
        for (Architecture architecture : List.of(SOFTMAX, SMALL, WIDE, mlp(3, 3, 17, 1, 33))) {
            for (int lanes : List.of(1, 2, 15, 16, 17, 32)) {
                ParameterLayout layout = new ParameterLayout(architecture, lanes);
                assertEquals(layout.size() - layout.weightsAt(0), LaneWidth.floats(architecture, lanes));
            }
        }
    }
}
