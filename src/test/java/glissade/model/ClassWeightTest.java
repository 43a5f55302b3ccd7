package glissade.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassWeightTest {
    @Test
    void everyClassWeighsTheSameTogether() {
        float[] weights = ClassWeight.BALANCED.weights(List.of(60L, 30L, 10L));
        assertArrayEquals(new float[] {(float) (100 / 180.0), (float) (100 / 90.0), (float) (100 / 30.0)}, weights);
        assertEquals(100, 60 * weights[0] + 30 * weights[1] + 10 * weights[2], 1e-4);
    }

    @Test
    void classesOfOneSizeWeighExactlyOne() {
        assertArrayEquals(new float[] {1, 1, 1}, ClassWeight.BALANCED.weights(List.of(7L, 7L, 7L)));
    }

    @Test
    void aClassWithoutRowsHasNoneToWeigh() {
        assertArrayEquals(new float[] {0.5f, 1}, ClassWeight.BALANCED.weights(List.of(7L, 0L)));
    }

    @Test
    void noWeightIsNotAWeightOfOne() {
        assertNull(ClassWeight.NONE.weights(List.of(7L, 7L)));
    }

    @Test
    void onlyHeadsWithClassesHaveWeights() {
        ModelSpec squares = ModelSpec.mlp(Activation.TANH, Head.HALF_MSE, 3);
        assertEquals(
                "model.class-weight is only for the heads softmax and binary, not for half-mse",
                assertThrows(IllegalArgumentException.class, () -> squares.withClassWeight(ClassWeight.BALANCED))
                        .getMessage());
    }
}
