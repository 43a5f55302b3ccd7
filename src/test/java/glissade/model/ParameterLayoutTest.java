package glissade.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.engine.Trials;
import glissade.numeric.CacheLines;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Lanes go in and come out unchanged, and no two of them share a place. */
class ParameterLayoutTest {
    private static final int[] LANES = {1, 2, 7, 16, 17, 40};

    private static Architecture architecture(ModelSpec model) {
        return Architecture.of(model, 3, Trials.classes(model));
    }

    private static float[] logical(Architecture architecture, int lane) {
        float[] logical = new float[architecture.parameters()];
        for (int i = 0; i < logical.length; i++) {
            logical[i] = 1 + i + 1_000 * lane;
        }
        return logical;
    }

    @Test
    void whatIsWrittenIsRead() {
        for (ModelSpec model : Trials.models()) {
            for (ModelSpec each : new ModelSpec[] {model, model.withoutBias()}) {
                for (int lanes : LANES) {
                    ParameterLayout layout = new ParameterLayout(architecture(each), lanes);
                    float[] parameters = new float[layout.size()];
                    for (int lane = 0; lane < lanes; lane++) {
                        layout.write(logical(architecture(each), lane), lane, parameters);
                    }
                    int used = 0;
                    for (float value : parameters) {
                        used += value == 0f ? 0 : 1;
                    }
                    assertEquals(lanes * architecture(each).parameters(), used, "every value has its own place");
                    for (int lane = 0; lane < lanes; lane++) {
                        float[] read = new float[architecture(each).parameters()];
                        layout.read(parameters, lane, read);
                        assertArrayEquals(logical(architecture(each), lane), read);
                    }
                }
            }
        }
    }

    @Test
    void rowsAndUnitsNeverSplitAGroup() {
        for (ModelSpec model : Trials.models()) {
            for (int lanes : LANES) {
                ParameterLayout layout = new ParameterLayout(architecture(model), lanes);
                assertEquals(lanes == 1 ? 1 : 0, layout.width() % ParameterLayout.GROUP);
                for (int layer = 0; layer < layout.architecture().layers(); layer++) {
                    assertEquals(0, layout.stride(layer) % ParameterLayout.GROUP);
                    assertEquals(0, (layout.weightsAt(layer) - CacheLines.START) % ParameterLayout.GROUP);
                    assertEquals(0, (layout.biasesAt(layer) - CacheLines.START) % ParameterLayout.GROUP);
                    assertTrue(layout.stride(layer) >= layout.architecture().outputs(layer) * layout.width());
                }
            }
        }
    }

    /** Eight strided chains by logical index, then halves joined: ((0 + 4) + (2 + 6)) + ((1 + 5) + (3 + 7)). */
    @Test
    void normsAreTheContractsChainsWhateverTheLanes() {
        Architecture architecture = Architecture.of(Trials.softmax(), 7, 5);
        float[] values = new float[architecture.parameters()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) StrictMath.pow(1.7, i % 23 - 11);
        }
        double[] chains = new double[8];
        for (int i = 0; i < 35; i++) {
            chains[i % 8] += (double) values[i] * values[i];
        }
        double expected =
                chains[0] + chains[4] + (chains[2] + chains[6]) + (chains[1] + chains[5] + (chains[3] + chains[7]));
        for (int lanes : LANES) {
            ParameterLayout layout = new ParameterLayout(architecture, lanes);
            float[] parameters = new float[layout.size()];
            layout.write(values, lanes - 1, parameters);
            double[] squares = new double[lanes];
            new SquaredNorms(layout).add(parameters, 0, true, squares);
            assertEquals(expected, squares[lanes - 1]);
            assertEquals(0, Arrays.stream(squares).limit(lanes - 1).sum());
        }
    }
}
