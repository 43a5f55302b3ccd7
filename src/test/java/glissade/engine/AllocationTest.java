package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import glissade.data.MemoryData;
import glissade.model.Activation;
import glissade.model.Head;
import glissade.model.LossSums;
import glissade.model.ModelSpec;
import glissade.numeric.Kernels;
import glissade.optim.BatchSize;
import glissade.optim.Clipping;
import glissade.optim.TrainingSpec;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A steady step makes no garbage, once the compiler is done with it: how many steps that takes is the machine's affair, that
 * it comes to nothing is ours.
 */
class AllocationTest {
    private static final int STEPS = 5_000;
    private static final int MOST_ROUNDS = 100;

    /** Bytes a step on average: far less than one small object. */
    private static final double SLACK = 4;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final BatchSize BATCH = BatchSize.of(10);

    private static List<ModelSpec> models() {
        return List.of(
                Trials.softmax(),
                Trials.mlp(Activation.TANH, 16),
                Trials.mlp(Activation.RELU, 8, 8),
                Trials.mlp(Activation.SIGMOID, 8),
                Trials.mlp(Activation.TANH, 8).withHead(Head.MSE),
                ModelSpec.of(ModelSpec.Type.LOGISTIC),
                ModelSpec.of(ModelSpec.Type.LINEAR));
    }

    /** All but clipping by norm, which keeps the whole gradient first. */
    private static List<TrainingSpec> updates() {
        return Trials.updates(1, BATCH).stream()
                .filter(training -> training.clipping().kind() != Clipping.Kind.NORM)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aSteadyStepOfAnyModelAllocatesNothing(ModelSpec model) {
        for (double share : new double[] {0.4, 0.9}) {
            for (int lanes : new int[] {1, 16}) {
                assertAllocatesNothing(model, share, Trials.lanes(lanes, Trials.training(1, BATCH, 1e-4)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("updates")
    void aSteadyStepOfAnyUpdateAllocatesNothing(TrainingSpec training) {
        for (int lanes : new int[] {1, 16}) {
            assertAllocatesNothing(Trials.softmax(), 0.4, Trials.lanes(lanes, training));
        }
    }

    private static void assertAllocatesNothing(ModelSpec model, double share, List<LaneSpec> lanes) {
        MemoryData data = Trials.data(1_000, 0, 0, share, 1, Trials.classes(model));
        Cohort cohort = new Cohort(Trials.cohort(model, lanes), data.summary(), 1);
        CohortState state = new CohortState(cohort);
        Stepper stepper = new Stepper(cohort, state, List.of(data.load(0)), Kernels.best());
        LossSums batch = new LossSums(lanes.size());
        double[] rates = new double[lanes.size()];
        Arrays.fill(rates, 1e-4);
        double bytes = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && bytes > SLACK; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            run(stepper, state, rates, batch, STEPS);
            bytes = (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / STEPS;
        }
        assertTrue(bytes <= SLACK, bytes + " bytes a step, " + lanes.size() + " lanes, " + share + " " + model);
    }

    private static void run(Stepper stepper, CohortState state, double[] rates, LossSums batch, int steps) {
        for (int step = 0; step < steps; step++) {
            stepper.step(state, step % 100, rates, batch, null);
        }
    }
}
