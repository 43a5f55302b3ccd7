package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import glissade.data.MemoryData;
import glissade.model.Activation;
import glissade.model.LossSums;
import glissade.model.ModelSpec;
import glissade.numeric.Kernels;
import glissade.optim.BatchSize;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A steady step makes no garbage: what is allocated is a share of what an epoch needs, and the compiler's own. */
class AllocationTest {
    private static final int WARM_UP = 20_000;
    private static final int STEPS = 5_000;

    /** Bytes a step on average: far less than one small object. */
    private static final double SLACK = 4;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static List<ModelSpec> models() {
        return List.of(Trials.softmax(), Trials.mlp(Activation.TANH, 16), Trials.mlp(Activation.RELU, 8, 8));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aSteadyStepAllocatesNothing(ModelSpec model) {
        for (double share : new double[] {0.4, 0.9}) {
            for (int lanes : new int[] {1, 16}) {
                double bytes = bytesOfAStep(model, Trials.data(1_000, 0, 0, share, 1), lanes);
                assertTrue(bytes < SLACK, bytes + " bytes a step, " + lanes + " lanes, " + share + " " + model);
            }
        }
    }

    private static double bytesOfAStep(ModelSpec model, MemoryData data, int lanes) {
        Cohort cohort = new Cohort(Trials.cohort(model, Trials.lanes(lanes, 1, BatchSize.of(10))), data.summary(), 1);
        CohortState state = new CohortState(cohort);
        Stepper stepper = new Stepper(cohort, state, List.of(data.load(0)), Kernels.best());
        LossSums batch = new LossSums(lanes);
        double[] rates = new double[lanes];
        java.util.Arrays.fill(rates, 1e-3);
        run(stepper, state, rates, batch, WARM_UP);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        run(stepper, state, rates, batch, STEPS);
        return (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / STEPS;
    }

    private static void run(Stepper stepper, CohortState state, double[] rates, LossSums batch, int steps) {
        for (int step = 0; step < steps; step++) {
            stepper.step(state, step % 100, rates, batch, null);
        }
    }
}
