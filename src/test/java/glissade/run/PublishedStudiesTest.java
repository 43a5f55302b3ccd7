package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import glissade.store.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The studies that have been printed elsewhere, in full: what was published is met, what was said of it is checked. */
class PublishedStudiesTest {
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class MnistSoftmax {
        @TempDir
        private static Path out;

        private StudyResult result;

        @BeforeAll
        void train() throws Exception {
            boolean present = System.getenv("GLISSADE_MNIST") != null;
            String what = "GLISSADE_MNIST does not name the folder of the MNIST files";
            if (!present) {
                System.out.println("NOT TESTED: " + what);
            }
            assumeTrue(present, what);
            result = StudyResult.of(out, "mnist-softmax.conf");
        }

        private double real(String column, int batch, double rate, String optimizer, String schedule) {
            return result.real(column, batch, rate, optimizer, schedule);
        }

        private double accuracy(int batch, double rate, String optimizer, String schedule) {
            return real("best_test_accuracy", batch, rate, optimizer, schedule);
        }

        /** The lowest mean test loss of all epochs. */
        private double loss(int batch, double rate, String optimizer, String schedule) throws Exception {
            return Collections.min(result.curve("test_loss", batch, rate, optimizer, schedule));
        }

        @Test
        void meetsOrBeatsWhatWasPublished() throws Exception {
            assertTrue(accuracy(10, 0.005, "sgd", "constant") >= 0.9093);
            assertTrue(accuracy(100, 0.0025, "sgd", "constant") >= 0.8861);
            assertTrue(accuracy(100, 0.0025, "momentum", "constant") >= 0.9091);
            assertTrue(accuracy(10, 0.005, "sgd", "plateau") >= 0.9093);
            assertTrue(loss(10, 0.005, "sgd", "constant") <= 0.3310);
            assertTrue(loss(100, 0.0025, "sgd", "constant") <= 0.4618);
            assertTrue(loss(100, 0.0025, "momentum", "constant") <= 0.3296);
            assertTrue(loss(10, 0.005, "sgd", "plateau") <= 0.3310);
        }

        @Test
        void endsAtTheNumbersThatItsCommentPrints() throws Exception {
            assertEquals(0.9211, accuracy(10, 0.005, "sgd", "constant"));
            assertEquals(0.8874, accuracy(100, 0.0025, "sgd", "constant"));
            assertEquals(0.9173, accuracy(100, 0.0025, "momentum", "constant"));
            assertEquals(0.9210, accuracy(10, 0.005, "sgd", "plateau"));
            assertEquals(0.2837, loss(10, 0.005, "sgd", "constant"), 5e-5);
            assertEquals(0.4516, loss(100, 0.0025, "sgd", "constant"), 5e-5);
            assertEquals(0.2997, loss(100, 0.0025, "momentum", "constant"), 5e-5);
            assertEquals(0.2855, loss(10, 0.005, "sgd", "plateau"), 5e-5);
        }

        @Test
        void aBiggerBatchWithALowerRateIsSlowerAtEveryEpoch() throws Exception {
            List<Double> small = result.curve("test_loss", 10, 0.005, "sgd", "constant");
            List<Double> big = result.curve("test_loss", 100, 0.0025, "sgd", "constant");
            for (int epoch = 0; epoch < 15; epoch++) {
                assertTrue(big.get(epoch) > small.get(epoch), "epoch " + (epoch + 1));
            }
        }

        @Test
        void momentumMakesUpForIt() throws Exception {
            List<Double> plain = result.curve("test_accuracy", 100, 0.0025, "sgd", "constant");
            List<Double> momentum = result.curve("test_accuracy", 100, 0.0025, "momentum", "constant");
            assertTrue(momentum.get(0) > plain.get(0) + 0.05);
            assertTrue(accuracy(10, 0.005, "sgd", "constant") - momentum.get(14) < 0.005);
        }

        /** So decay has nothing to prevent, whatever was said. */
        @Test
        void thereIsHardlyALateDrop() throws Exception {
            for (String schedule : List.of("constant", "plateau")) {
                double best = accuracy(10, 0.005, "sgd", schedule);
                double last = real("final_test_accuracy", 10, 0.005, "sgd", schedule);
                assertTrue(best - last < 0.002, schedule + ": from " + best + " to " + last);
            }
            List<Double> rates = result.curve("learning_rate", 10, 0.005, "sgd", "plateau");
            assertEquals(0.005 * 0.75, rates.get(14), 1e-9);
            assertTrue(loss(10, 0.005, "sgd", "plateau") > loss(10, 0.005, "sgd", "constant"));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class CirclesGrid {
        private static final int[] BATCHES = {1, 10, 50, 100, 200};
        private static final double[] RATES = {0.01, 0.05, 0.1, 0.5, 1, 5};
        private static final double[][] MATCHED = {{1, 0.05}, {10, 0.5}, {50, 1}, {50, 5}};

        @TempDir
        private static Path out;

        private StudyResult result;

        @BeforeAll
        void train() throws Exception {
            result = StudyResult.of(out, "circles-grid.conf");
        }

        @Test
        void matchedPairsComeNearWhatCanBeKnown() {
            for (double[] pair : MATCHED) {
                int batch = (int) pair[0];
                assertTrue(result.real("final_train_accuracy", batch, pair[1]) >= 0.96, "train at batch " + batch);
                assertTrue(result.real("final_test_accuracy", batch, pair[1]) >= 0.915, "test at batch " + batch);
                assertTrue(result.real("final_train_loss", batch, pair[1]) < 0.12, "loss at batch " + batch);
            }
            assertTrue(result.real("final_train_accuracy", 200, 0.01) < 0.8);
        }

        /** Sums of many small steps, and few large ones, lead to the same place: the rate goes with the batch. */
        @Test
        void aTenfoldBatchWithATenfoldRateLeadsToTheSamePlace() {
            double small = result.real("final_train_loss", 10, 0.05);
            double large = result.real("final_train_loss", 100, 0.5);
            assertEquals(small, large, 0.001);
        }

        @Test
        void everyPairHasABoundaryAndItsRows() throws Exception {
            Table boundary = result.table("boundary");
            assertEquals(30 * 100 * 100, boundary.rows());
            List<String> trials = new ArrayList<>();
            for (int row = 0; row < boundary.rows(); row += 100 * 100) {
                trials.add(boundary.text(row, 0));
            }
            assertEquals(30, trials.stream().distinct().count());
            assertEquals(30 * (200 + 200), result.table("points").rows());
        }

        /**
         * Published as NaN. The loss as it is often written, the logarithm of a softmax in float, is no number on the very
         * outputs where ours is finite; and our trial ends as diverged, with a finite loss to show for it.
         */
        @Test
        void theLossThatWasPublishedAsNotANumberIsFinite() throws Exception {
            assertTrue(result.diverged(1, 5.0));
            for (double loss : result.curve("train_loss", 1, 5.0)) {
                assertTrue(Double.isFinite(loss) && loss > 10 * StrictMath.log(2), "loss " + loss);
            }
            assertEquals(1, count((batch, rate) -> result.diverged(batch, rate)));
        }

        @Test
        void smallStartingValuesEndHigherAlmostEverywhere() throws Exception {
            StudyResult small = StudyResult.of(out, "circles-grid-small-start.conf");
            String loss = "final_train_loss";
            assertEquals(28, count((batch, rate) -> small.real(loss, batch, rate) > result.real(loss, batch, rate)));
            assertEquals(4, count((batch, rate) -> small.diverged(batch, rate)));
        }

        private int count(BiPredicate<Integer, Double> condition) {
            int count = 0;
            for (int batch : BATCHES) {
                for (double rate : RATES) {
                    count += condition.test(batch, rate) ? 1 : 0;
                }
            }
            return count;
        }
    }

    /** A small network computed as a textbook writes it down, in float. */
    private static final class NaiveNetwork {
        private static final int HIDDEN = 10;

        private final float[] parameters;

        private NaiveNetwork(float[] parameters) {
            this.parameters = parameters;
        }

        static NaiveNetwork read(Path file) throws IOException {
            FloatBuffer stored = ByteBuffer.wrap(Files.readAllBytes(file))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            float[] parameters = new float[stored.remaining()];
            stored.get(parameters);
            return new NaiveNetwork(parameters);
        }

        private float output(float x, float y, int unit) {
            int second = 3 * HIDDEN;
            float z = parameters[second + 2 * HIDDEN + unit];
            for (int h = 0; h < HIDDEN; h++) {
                float sum = x * parameters[h] + y * parameters[HIDDEN + h] + parameters[2 * HIDDEN + h];
                z += (float) StrictMath.tanh(sum) * parameters[second + 2 * h + unit];
            }
            return z;
        }

        /** Cross-entropy, the sum over classes of the indicator times the logarithm of a softmax. */
        float loss(float x, float y, int target) {
            float first = (float) StrictMath.exp(output(x, y, 0));
            float second = (float) StrictMath.exp(output(x, y, 1));
            float sum = first + second;
            float ofFirst = (float) StrictMath.log(first / sum);
            float ofSecond = (float) StrictMath.log(second / sum);
            return -((1 - target) * ofFirst + target * ofSecond);
        }
    }

    /** In the first epoch already: the network as it is just before the step with the largest loss. */
    @Test
    void theLossAsItIsOftenWrittenIsNoNumberWhereOursIsFinite(@TempDir Path out) throws Exception {
        Table steps = alone(out, "training.epochs=1", "curves.every-steps=1").table("steps");
        int worst = 0;
        for (int step = 0; step < steps.rows(); step++) {
            double loss = steps.real(step, steps.column("loss"));
            assertTrue(Double.isFinite(loss), "loss " + loss);
            worst = loss > steps.real(worst, steps.column("loss")) ? step : worst;
        }
        StudyResult before = alone(out, "training.epochs=1", "training.stop.steps=" + worst);
        NaiveNetwork naive = NaiveNetwork.read(before.folder().resolve("model/parameters.bin"));
        Table points = before.table("points");
        Table predictions = before.table("predictions");
        int notNumbers = 0;
        int test = 0;
        for (int row = 0; row < points.rows(); row++) {
            if (points.text(row, points.column("split")).equals("test")) {
                float theirs = naive.loss(
                        (float) points.real(row, points.column("x")),
                        (float) points.real(row, points.column("y")),
                        points.text(row, points.column("target")).equals("outer") ? 0 : 1);
                double ours = predictions.real(test++, predictions.column("loss"));
                assertTrue(Double.isFinite(ours), "loss " + ours);
                notNumbers += Float.isNaN(theirs) ? 1 : 0;
                if (Float.isFinite(theirs)) {
                    assertEquals(theirs, ours, 1e-3 * Math.max(1, ours), "the two are one network");
                }
            }
        }
        assertEquals(200, test);
        assertTrue(notNumbers > 0 && notNumbers < test, notNumbers + " losses are not numbers");
    }

    private static StudyResult alone(Path out, String... more) throws Exception {
        List<String> assignments = new ArrayList<>(List.of(
                "sweep.grid.training.batch-size=[1]", "sweep.grid.training.learning-rate=[5]", "output.details=1"));
        assignments.addAll(List.of(more));
        return StudyResult.of(out, "circles-grid.conf", assignments.toArray(String[]::new));
    }
}
