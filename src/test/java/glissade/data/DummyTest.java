package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DummyTest {
    private static final int ROWS = 30_000;

    /** Every class has its share of the rows, and features that tell nothing of it. */
    @Test
    void labelsHaveNothingToDoWithFeatures() {
        Generated generated = Generated.of("dummy").withShape(4, 3).withRows(ROWS, 0);
        Block block = Samples.read(generated.open(), Part.TRAINING, 0, ROWS).toDense();
        for (int k = 0; k < 3; k++) {
            int wanted = k;
            for (int i = 0; i < 4; i++) {
                Moments moments = Moments.ofFeature(block, i, row -> block.targets()[row] == wanted);
                assertEquals(ROWS / 3.0, moments.count(), 4 * Math.sqrt(ROWS * 2 / 9.0));
                assertEquals(0, moments.mean(), 4 * moments.error());
                assertEquals(1.0 / 3, moments.variance(), 0.015);
            }
        }
        assertEquals(
                OptionalDouble.of(1.0 / 3), DataSets.truth(generated.spec()).value(Truth.BAYES_ACCURACY));
    }
}
