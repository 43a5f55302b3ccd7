package glissade.engine;

import com.sun.management.ThreadMXBean;
import glissade.bench.PlainTraining;
import glissade.bench.Settling;
import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.GeneratorSpec;
import glissade.data.Sampling;
import glissade.data.Shard;
import glissade.data.ShardedData;
import glissade.model.Activation;
import glissade.model.LossSums;
import glissade.model.ModelSpec;
import glissade.model.ParameterLayout;
import glissade.numeric.Kernels;
import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Optimizers;
import glissade.optim.TrainingSpec;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One step of a cohort that has long been training, on generated digits. What a training meets late is met before anything is
 * measured, and its steps may allocate as little: moments that have faded to a few units of {@link Float#MIN_VALUE}, and trials
 * so sure of themselves that their deltas are as small.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StepBenchmark {
    private static final int ROWS = 2_000;
    private static final double RATE = 1e-3;
    private static final float FADED = 0x1p-140f;
    /** What last weights are multiplied by, time and again, as a trial grows surer. */
    private static final float SURER = 1.5f;

    private static final int TIMES_SURER = 16;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What is trained, how many trials side by side, how many rows a step, how many shards, how gradients are clipped. */
    public enum Workload {
        FUSED_SOFTMAX_10(ModelSpec.of(ModelSpec.Type.SOFTMAX), 16, 10),
        FUSED_SOFTMAX_100(ModelSpec.of(ModelSpec.Type.SOFTMAX), 16, 100),
        SOLO_SOFTMAX_10(ModelSpec.of(ModelSpec.Type.SOFTMAX), 1, 10),
        FUSED_MLP_64(ModelSpec.mlp(Activation.RELU, 128), 16, 64),
        SOLO_MLP_64(ModelSpec.mlp(Activation.RELU, 128), 1, 64),
        /** More than a tile of rows. */
        FUSED_SOFTMAX_1000(ModelSpec.of(ModelSpec.Type.SOFTMAX), 16, 1_000),
        SHARDED_SOFTMAX_100(ModelSpec.of(ModelSpec.Type.SOFTMAX), 16, 100, 8, Clipping.NONE),
        CLIPPED_SOFTMAX_100(ModelSpec.of(ModelSpec.Type.SOFTMAX), 16, 100, 1, new Clipping(Clipping.Kind.NORM, 1));

        private final ModelSpec model;
        private final int lanes;
        private final int batch;
        private final int shards;
        private final Clipping clipping;

        Workload(ModelSpec model, int lanes, int batch) {
            this(model, lanes, batch, 1, Clipping.NONE);
        }

        Workload(ModelSpec model, int lanes, int batch, int shards, Clipping clipping) {
            this.model = model;
            this.lanes = lanes;
            this.batch = batch;
            this.shards = shards;
            this.clipping = clipping;
        }

        /** Whether it may be updated slice by slice, so that most of a step is the optimizer's. */
        public boolean isPlain() {
            return this.compareTo(FUSED_SOFTMAX_1000) < 0;
        }

        /** Rows times trials. */
        public int examplesOfStep() {
            return lanes * batch;
        }
    }

    @Param
    public Workload workload;

    /** {@link glissade.bench.StepTable} gives all of {@link Optimizers#ALL}. */
    @Param("sgd")
    public String optimizer;

    private ParameterLayout layout;
    private CohortState state;
    private Stepper stepper;
    private LossSums batch;
    private double[] rates;
    private long steps;
    private long step;
    private float[] usual;
    private int sureness;
    private double lateBytesOfStep;

    @Setup
    public void begin() {
        GeneratorSpec digits = new GeneratorSpec(ROWS, 0, 0, 784, 10, Sampling.UNIFORM, List.of(), 0);
        ShardedData data = DataSets.open(new DataSpec("digits", null, digits, PlainTraining.SEED, 0, 1))
                .sharded(workload.shards);
        Cohort cohort = new Cohort(cohort(), data.summary(), workload.shards);
        layout = cohort.layout();
        state = new CohortState(cohort);
        stepper = new Stepper(cohort, state, shards(data), Kernels.best());
        batch = new LossSums(workload.lanes);
        rates = new double[workload.lanes];
        Arrays.fill(rates, RATE);
        steps = cohort.order().steps();
        // What measured steps alone have is looked up, and a class loaded, when the others are compiled: now rather
        // than then.
        stepper.step(state, 0, rates, batch, new LayerNorms(layout));
        Settling.untilNothingIsAllocated(steps, this::step);
        usual = state.parameters().clone();
        long lateRound = steps * TIMES_SURER;
        Settling.untilNothingIsAllocated(lateRound, this::lateStep);
        lateBytesOfStep = (double) bytesOf(lateRound, this::lateStep) / lateRound;
        forgetLateSteps();
        Settling.untilNothingIsAllocated(steps, this::step);
    }

    private List<Shard> shards(ShardedData data) {
        return IntStream.range(0, workload.shards).mapToObj(data::load).toList();
    }

    private void forgetLateSteps() {
        System.arraycopy(usual, 0, state.parameters(), 0, usual.length);
        for (int i = 0; i < state.optimizer().moments(); i++) {
            Arrays.fill(state.optimizer().moment(i), 0f);
        }
    }

    /** Turns of growing sureness, each with faded moments. */
    private void lateStep() {
        for (int i = 0; i < state.optimizer().moments(); i++) {
            Arrays.fill(state.optimizer().moment(i), FADED);
        }
        float[] parameters = state.parameters();
        if (sureness == 0) {
            System.arraycopy(usual, 0, parameters, 0, usual.length);
        }
        int last = layout.architecture().layers() - 1;
        for (int i = layout.weightsAt(last); i < layout.biasesAt(last); i++) {
            parameters[i] *= SURER;
        }
        sureness = (sureness + 1) % TIMES_SURER;
        step();
    }

    private static long bytesOf(long times, Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (long i = 0; i < times; i++) {
            work.run();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private CohortSpec cohort() {
        TrainingSpec training = PlainTraining.of(
                1, workload.batch, RATE, optimizer, workload.clipping, new Initialiser(Initialiser.Kind.HE, 0, 0));
        LaneSpec lane = new LaneSpec("trial", training, PlainTraining.SEED);
        return PlainTraining.cohort(0, workload.model, Collections.nCopies(workload.lanes, lane));
    }

    /** Counted by the thread that steps, so that the harness's own objects are not among them. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Garbage {
        public long bytes;
        public long steps;
        /** Bytes of a late step, counted before the others. */
        public double late;
    }

    @Benchmark
    public LossSums step(Garbage garbage) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        step();
        garbage.bytes += THREADS.getCurrentThreadAllocatedBytes() - before;
        garbage.steps++;
        garbage.late = lateBytesOfStep;
        return batch;
    }

    private void step() {
        stepper.step(state, step, rates, batch, null);
        step = step == steps - 1 ? 0 : step + 1;
    }
}
