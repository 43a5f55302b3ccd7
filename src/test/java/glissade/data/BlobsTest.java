package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlobsTest {
    private static final int ROWS = 30_000;

    private static Block read(Generated generated) {
        return Samples.read(generated.withRows(ROWS, 0).open(), Part.TRAINING, 0, ROWS)
                .toDense();
    }

    private static double[] centre(Truth truth, int k, int features) {
        return IntStream.range(0, features)
                .mapToDouble(i -> truth.value("centre." + k + "." + i).orElseThrow())
                .toArray();
    }

    @Test
    void cloudsLieAroundTheirCentresEachWithItsShare() {
        Generated generated = Generated.of("blobs").withShape(3, 4).withNoise(0.7);
        Block block = read(generated);
        Truth truth = DataSets.truth(generated.spec());
        for (int k = 0; k < 4; k++) {
            int wanted = k;
            double[] centre = centre(truth, k, 3);
            for (int i = 0; i < 3; i++) {
                Moments moments = Moments.ofFeature(block, i, row -> block.targets()[row] == wanted);
                assertEquals(centre[i], moments.mean(), 4 * moments.error());
                assertEquals(0.49, moments.variance(), 4 * 0.49 * Math.sqrt(2.0 / moments.count()));
                assertEquals(ROWS / 4.0, moments.count(), 4 * Math.sqrt(ROWS * 0.25 * 0.75));
                assertTrue(Math.abs(centre[i]) <= 5);
            }
        }
        assertTrue(truth.value(Truth.BAYES_ACCURACY).isEmpty());
    }

    @Test
    void betweenTwoCloudsTheNearerCentreIsRightAsOftenAsTheTruthSays() {
        Generated generated = Generated.of("blobs").withShape(2, 2).withNoise(3);
        Block block = read(generated);
        Truth truth = DataSets.truth(generated.spec());
        double[] first = centre(truth, 0, 2);
        double[] second = centre(truth, 1, 2);
        int right = 0;
        for (int row = 0; row < ROWS; row++) {
            int nearer = squaredDistance(block, row, first) < squaredDistance(block, row, second) ? 0 : 1;
            right += nearer == block.targets()[row] ? 1 : 0;
        }
        double best = truth.value(Truth.BAYES_ACCURACY).orElseThrow();
        assertTrue(best > 0.5 && best < 0.99, "Bayes accuracy " + best);
        assertEquals(best, (double) right / ROWS, 4 * Math.sqrt(best * (1 - best) / ROWS));
    }

    private static double squaredDistance(Block block, int row, double[] centre) {
        return IntStream.range(0, centre.length)
                .mapToDouble(i -> block.values()[row * centre.length + i] - centre[i])
                .map(apart -> apart * apart)
                .sum();
    }

    @Test
    void centresStayWhenMoreCloudsAreAskedFor() {
        Truth two = DataSets.truth(Generated.of("blobs").withShape(2, 2).spec());
        Truth five = DataSets.truth(Generated.of("blobs").withShape(2, 5).spec());
        assertEquals(two.value("centre.1.1"), five.value("centre.1.1"));
    }

    @Test
    void moreCentresThanMemoryHoldsAreRefused() {
        Generated generated = Generated.of("blobs").withShape(1 << 20, 17);
        assertEquals(
                "data.classes times data.features must be at most 16777216 for blobs, got 17 times 1048576",
                assertThrows(BadData.class, generated::open).getMessage());
    }
}
