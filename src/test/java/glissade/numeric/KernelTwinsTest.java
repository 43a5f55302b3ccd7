package glissade.numeric;

import static glissade.numeric.Twins.EDGES;
import static glissade.numeric.Twins.VECTOR;
import static glissade.numeric.Twins.bits;
import static glissade.numeric.Twins.numbers;
import static glissade.numeric.Twins.rows;
import static glissade.numeric.Twins.same;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Products: whatever the shape and whatever the numbers, the vector twin gives the scalar twin's bits. */
class KernelTwinsTest {
    private static Block sparse(int rows, int width, long seed, boolean wild) {
        float[] values = numbers(rows * width, seed, wild);
        for (int i = 0; i < values.length; i++) {
            values[i] = Randomness.uniform(seed, Randomness.Purpose.NOISE, 0, i) < 0.6 ? 0f : values[i];
        }
        return Block.dense(width, values, new float[rows]).toSparse();
    }

    @Test
    void sparseProductsAgree() {
        for (int stride : EDGES) {
            for (int count : new int[] {0, 1, 3, 4, 9}) {
                boolean wild = (stride + count) % 2 == 1;
                Block block = sparse(12, 11, stride, wild);
                int[] rows = rows(count, 12, stride);
                float[] parameters = numbers(3 + 12 * stride, 7, wild);
                String shape = "stride " + stride + ", rows " + count;
                same(
                        new float[count * stride],
                        (k, out) -> k.sparseForward(
                                block.values(),
                                block.columns(),
                                block.starts(),
                                rows,
                                count,
                                parameters,
                                3,
                                3 + 11 * stride,
                                stride,
                                out),
                        shape);
                FeatureEntries entries = new FeatureEntries(11);
                entries.gather(block, rows, count);
                float[] delta = numbers(count * stride, 9, wild);
                for (boolean resume : new boolean[] {false, true}) {
                    same(
                            numbers(5 + 11 * stride, 10, wild),
                            (k, out) -> k.sparseGradient(
                                    entries,
                                    entries.features(),
                                    0,
                                    entries.featureCount(),
                                    delta,
                                    stride,
                                    out,
                                    5,
                                    !resume,
                                    resume,
                                    resume ? 1f : 0.3f),
                            shape);
                }
                same(
                        numbers(5 + 11 * stride, 10, wild),
                        (k, chains) -> k.sparseScatter(
                                block.values(), block.columns(), block.starts(), rows, count, delta, stride, chains, 5),
                        shape);
            }
        }
    }

    @Test
    void denseProductsAgree() {
        for (int stride : EDGES) {
            for (int count : new int[] {0, 1, 3, 4, 5, 9}) {
                boolean wild = (stride + count) % 2 == 1;
                int width = 9;
                float[] values = numbers(12 * width, stride, wild);
                int[] rows = count % 2 == 0 ? null : rows(count, 12, stride);
                float[] parameters = numbers(2 + (width + 1) * stride, 7, wild);
                float[] delta = numbers(count * stride, 9, wild);
                String shape = "stride " + stride + ", rows " + count;
                for (boolean flag : new boolean[] {false, true}) {
                    same(
                            new float[count * stride],
                            (k, out) -> k.denseForward(
                                    values,
                                    width,
                                    width,
                                    rows,
                                    count,
                                    parameters,
                                    2,
                                    flag ? -1 : 2 + width * stride,
                                    stride,
                                    out),
                            shape);
                    same(
                            numbers(1 + 6 * stride, 11, wild),
                            (k, out) -> k.denseGradient(
                                    values, width, rows, count, 2, 8, delta, stride, out, 1, flag, flag ? 1f : 0.3f),
                            shape);
                    same(
                            numbers(1 + stride, 12, wild),
                            (k, out) -> k.biasGradient(delta, count, stride, out, 1, flag, flag ? 1f : 0.3f),
                            shape);
                }
            }
        }
    }

    @Test
    void laneProductsAgree() {
        for (int width : new int[] {1, 2, 7, 8, 16, 17, 32, 48}) {
            for (int units : new int[] {1, 2, 3, 4, 5, 10}) {
                int count = 1 + units % 4;
                int inner = 6;
                int stride = units * width;
                boolean wild = units % 2 == 1;
                float[] input = numbers(count * inner * width, 1, wild);
                float[] parameters = numbers((inner + 1) * stride, 2, wild);
                float[] delta = numbers(count * stride, 3, wild);
                String shape = "width " + width + ", units " + units;
                same(
                        new float[count * stride],
                        (k, out) -> k.laneForward(
                                input,
                                inner * width,
                                inner,
                                count,
                                parameters,
                                0,
                                inner * stride,
                                stride,
                                units,
                                width,
                                out),
                        shape);
                same(
                        new float[count * inner * width],
                        (k, out) -> k.laneBackward(
                                delta, stride, units, count, parameters, 0, inner, inner * width, width, out),
                        shape);
                for (boolean resume : new boolean[] {false, true}) {
                    same(
                            numbers(inner * stride, 4, wild),
                            (k, out) -> k.laneGradient(
                                    input,
                                    inner * width,
                                    1,
                                    5,
                                    count,
                                    delta,
                                    stride,
                                    units,
                                    width,
                                    out,
                                    stride,
                                    resume,
                                    resume ? 1f : 0.3f),
                            shape);
                }
            }
        }
    }

    @Test
    void aChainMayBeBrokenAndResumed() {
        int stride = 32;
        float[] delta = numbers(10 * stride, 1, false);
        float[] whole = new float[stride];
        float[] parts = new float[stride];
        VECTOR.biasGradient(delta, 10, stride, whole, 0, false, 1f);
        VECTOR.biasGradient(delta, 4, stride, parts, 0, false, 1f);
        VECTOR.biasGradient(Arrays.copyOfRange(delta, 4 * stride, 10 * stride), 6, stride, parts, 0, true, 1f);
        assertArrayEquals(bits(whole), bits(parts));
    }

    @Test
    void chainsEndAsPlusZeroTimesTheFactorAndBeginAnew() {
        for (int count : EDGES) {
            float[] chains = numbers(count + 3, count, true);
            same(new float[count + 4], (k, out) -> k.endChains(chains.clone(), 3, out, 2, 0.3f, count), "out " + count);
            same(chains, (k, left) -> k.endChains(left, 3, new float[count + 4], 2, 0.3f, count), "left " + count);
        }
    }
}
