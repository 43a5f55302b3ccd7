package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetMomentsTest {
    private static final int BLOCK = 4096;
    private static final int BLOCKS = 9;
    private static final int LAST = 100;

    private static TargetMoments blocks(float offset, int from, int to) {
        TargetMoments moments = new TargetMoments();
        for (int b = from; b < to; b++) {
            float[] targets = new float[BLOCK];
            for (int i = 0; i < BLOCK; i++) {
                targets[i] = value(offset, b * BLOCK + i);
            }
            moments.add(targets, b == BLOCKS - 1 ? LAST : BLOCK);
        }
        return moments;
    }

    private static float value(float offset, int row) {
        return offset + row * 7919 % 1024 / 4f;
    }

    @Test
    void varianceIsThatOfTheDefinitionAlsoFarFromZero() {
        for (float offset : new float[] {0, -3_000, 100_000}) {
            double[] all = IntStream.range(0, (BLOCKS - 1) * BLOCK + LAST)
                    .mapToDouble(row -> value(offset, row))
                    .toArray();
            double mean = Arrays.stream(all).average().orElseThrow();
            double variance = Arrays.stream(all)
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElseThrow();
            assertEquals(variance, blocks(offset, 0, BLOCKS).variance(), 1e-9 * variance);
        }
    }

    @Test
    void anyGroupingOfBlocksGivesTheSameBits() {
        double whole = blocks(0.1f, 0, BLOCKS).variance();
        for (int cut = 0; cut <= BLOCKS; cut++) {
            TargetMoments joined = new TargetMoments();
            joined.add(blocks(0.1f, 0, cut));
            joined.add(blocks(0.1f, cut, BLOCKS));
            assertEquals(whole, joined.variance());
        }
    }

    @Test
    void nothingHasNoVariance() {
        assertTrue(Double.isNaN(new TargetMoments().variance()));
    }
}
