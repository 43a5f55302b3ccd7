package glissade.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.numeric.Block;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExactLossTest {
    private static final int[] ROWS = {0, 1, 2};
    private static final Block BLOCK = Block.dense(2, new float[] {1, 2, 0, -1, 0.5f, 0}, new float[] {0, 1, 1});

    private static ExactLoss loss(ModelSpec model, int classes, double decay, double... parameters) {
        ExactLoss loss = new ExactLoss(Architecture.of(model, 2, classes), BLOCK, ROWS, decay);
        System.arraycopy(parameters, 0, loss.parameters(), 0, parameters.length);
        return loss;
    }

    @Test
    void linearLossesAreTheMeanSquareAndHalfOfIt() {
        ModelSpec linear = ModelSpec.of(ModelSpec.Type.LINEAR);
        // Outputs 1 x 3 + 2 x (-1) + 0.5 = 1.5, then 1.5, then 2; targets 0, 1, 1.
        double mean = (1.5 * 1.5 + 0.5 * 0.5 + 1) / 3;
        assertEquals(mean, loss(linear, 0, 0, 3, -1, 0.5).value(), 1e-15);
        assertEquals(
                mean / 2, loss(linear.withHead(Head.HALF_MSE), 0, 0, 3, -1, 0.5).value(), 1e-15);
    }

    @Test
    void aRowCountsByTheWeightOfItsClass() {
        ModelSpec logistic = ModelSpec.of(ModelSpec.Type.LOGISTIC);
        Architecture architecture = Architecture.of(logistic, 2, 2);
        double[] parameters = {0.3, -0.2, 0.1};
        double[] each = new double[3];
        for (int row = 0; row < 3; row++) {
            ExactLoss alone = new ExactLoss(architecture, BLOCK, new int[] {row}, 0);
            System.arraycopy(parameters, 0, alone.parameters(), 0, 3);
            each[row] = alone.value();
        }
        ExactLoss weighted = new ExactLoss(architecture, BLOCK, ROWS, 0, new float[] {1.5f, 0.75f});
        System.arraycopy(parameters, 0, weighted.parameters(), 0, 3);
        assertEquals((1.5 * each[0] + 0.75 * each[1] + 0.75 * each[2]) / 3, weighted.value(), 1e-15);
    }

    @Test
    void penaltyIsOnWeightsAndNotOnBiases() {
        ModelSpec linear = ModelSpec.of(ModelSpec.Type.LINEAR);
        double without = loss(linear, 0, 0, 3, -1, 0.5).value();
        assertEquals(
                without + 0.4 / 2 * (9 + 1), loss(linear, 0, 0.4, 3, -1, 0.5).value(), 1e-15);
    }

    @Test
    void classLossesAtZeroAreTheLogarithmOfTheClasses() {
        assertEquals(
                StrictMath.log(5),
                loss(ModelSpec.of(ModelSpec.Type.SOFTMAX), 5, 0).value(),
                1e-15);
        assertEquals(
                StrictMath.log(2),
                loss(ModelSpec.of(ModelSpec.Type.LOGISTIC), 2, 0).value(),
                1e-15);
    }

    @Test
    void binaryAndTwoClassSoftmaxAreTheSameLoss() {
        // A logit z for class 1 is the difference of two.
        double binary = loss(ModelSpec.of(ModelSpec.Type.LOGISTIC), 2, 0, 0.3, -0.7, 0.2)
                .value();
        double softmax = loss(ModelSpec.of(ModelSpec.Type.SOFTMAX), 2, 0, 1, 1.3, 2, 1.3, 0.1, 0.3)
                .value();
        assertEquals(binary, softmax, 1e-15);
    }

    @Test
    void extremeLogitsGiveFiniteLosses() {
        for (double weight : new double[] {1e4, -1e4}) {
            assertTrue(Double.isFinite(
                    loss(ModelSpec.of(ModelSpec.Type.LOGISTIC), 2, 0, weight).value()));
            assertTrue(Double.isFinite(
                    loss(ModelSpec.of(ModelSpec.Type.SOFTMAX), 2, 0, weight).value()));
        }
    }

    @Test
    void hiddenUnitsAreActivated() {
        // One hidden unit with pre-activations 1 x 1 + 2 x 1 = 3, -1, 0.5, passed on to a linear output.
        double[] parameters = {1, 1, 1};
        double sigmoid3 = 1 / (1 + StrictMath.exp(-3));
        double sigmoid1 = 1 / (1 + StrictMath.exp(1)) - 1;
        double sigmoidHalf = 1 / (1 + StrictMath.exp(-0.5)) - 1;
        assertMean(Activation.IDENTITY, parameters, 9 + 4 + 0.25);
        assertMean(Activation.RELU, parameters, 9 + 1 + 0.25);
        assertMean(
                Activation.SIGMOID, parameters, sigmoid3 * sigmoid3 + sigmoid1 * sigmoid1 + sigmoidHalf * sigmoidHalf);
        double tanh3 = StrictMath.tanh(3);
        double tanh1 = StrictMath.tanh(-1) - 1;
        double tanhHalf = StrictMath.tanh(0.5) - 1;
        assertMean(Activation.TANH, parameters, tanh3 * tanh3 + tanh1 * tanh1 + tanhHalf * tanhHalf);
    }

    private static void assertMean(Activation activation, double[] parameters, double sum) {
        ModelSpec model = ModelSpec.mlp(activation, Head.MSE, 1).withoutBias();
        assertEquals(sum / 3, loss(model, 0, 0, parameters).value(), 1e-14, activation.name());
    }

    @Test
    void kinksAreSeen() {
        ModelSpec model = ModelSpec.mlp(Activation.RELU, Head.MSE, 1).withoutBias();
        ExactLoss loss = loss(model, 0, 0, 1, 1, 1);
        loss.value();
        assertEquals(List.of(0, 2), loss.active().stream().boxed().toList());
        assertEquals(3, loss.distanceToKink(0));
        assertEquals(0.5, loss.distanceToKink(2));
        assertTrue(new CentralDifference(loss).measure(0));
        // At (1, -1/2) the first row's pre-activation is 0.
        ExactLoss atKink = loss(model, 0, 0, 1, -0.5, 1);
        CentralDifference difference = new CentralDifference(atKink);
        assertFalse(difference.measure(0));
        assertFalse(difference.measure(1));
        assertTrue(difference.measure(2));
        assertEquals(Double.POSITIVE_INFINITY, atKink.distanceToKink(0));
    }

    private static List<ModelSpec> models() {
        List<ModelSpec> models = new ArrayList<>();
        models.add(ModelSpec.of(ModelSpec.Type.SOFTMAX));
        models.add(ModelSpec.of(ModelSpec.Type.LOGISTIC));
        for (Activation activation : Activation.values()) {
            for (Head head : Head.values()) {
                models.add(ModelSpec.mlp(activation, head, 4, 3));
                models.add(ModelSpec.mlp(activation, head, 3).withoutBias());
            }
        }
        for (Surface surface : Surface.values()) {
            models.add(ModelSpec.surface(surface, 0.3));
        }
        return models;
    }

    /** Two ways that have nothing in common but the forward pass, to nine digits. */
    @ParameterizedTest
    @MethodSource("models")
    void gradientIsTheSlopeAlongEveryParameter(ModelSpec model) {
        for (long seed = 1; seed <= 3; seed++) {
            for (double decay : new double[] {0, 0.7}) {
                ExactLoss loss = loss(model, 2, decay);
                double[] parameters = loss.parameters();
                for (int i = 0; i < parameters.length; i++) {
                    parameters[i] = Randomness.gaussian(seed, Purpose.INITIALISATION, 0, i);
                }
                double[] gradient = new double[parameters.length];
                loss.gradient(gradient);
                CentralDifference difference = new CentralDifference(loss);
                for (int i = 0; i < gradient.length; i++) {
                    assertTrue(difference.measure(i));
                    double tolerance = 1e-8 * (1 + Math.abs(gradient[i]));
                    assertEquals(gradient[i], difference.slope(), tolerance, model + ", parameter " + i);
                }
            }
        }
    }

    @Test
    void differencesLeaveTheParametersAsTheyWere() {
        ExactLoss loss = loss(ModelSpec.of(ModelSpec.Type.LOGISTIC), 2, 0.1, 0.1, 0.2, 0.3);
        new CentralDifference(loss).measure(1);
        assertArrayEquals(new double[] {0.1, 0.2, 0.3}, loss.parameters());
    }

    @Test
    void sparseAndDenseRowsAreTheSame() {
        Architecture architecture = Architecture.of(ModelSpec.mlp(Activation.TANH, 3), 2, 2);
        ExactLoss dense = new ExactLoss(architecture, BLOCK, ROWS, 0);
        ExactLoss sparse = new ExactLoss(architecture, BLOCK.toSparse(), ROWS, 0);
        for (int i = 0; i < dense.parameters().length; i++) {
            dense.parameters()[i] = 0.1 * i;
            sparse.parameters()[i] = 0.1 * i;
        }
        assertEquals(dense.value(), sparse.value());
    }
}
