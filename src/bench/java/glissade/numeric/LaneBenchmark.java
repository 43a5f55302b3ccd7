package glissade.numeric;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What follows the input layer in a fused 784-128-10 perceptron: lane products, activations, the softmax head. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LaneBenchmark {
    private static final int LANES = 16;
    private static final int INPUTS = 128;
    private static final int UNITS = 10;
    private static final int BATCH = 64;
    private static final int INPUT_STRIDE = INPUTS * LANES;
    private static final int STRIDE = UNITS * LANES;
    private static final long FLOPS = 2L * BATCH * INPUTS * STRIDE;
    /** Input units whose gradient is asked for at once. */
    private static final int SLICE = 4;

    private final Kernels kernels = Kernels.best();
    private final float[] input = KernelBenchmark.filled(BATCH * INPUT_STRIDE);
    private final float[] delta = KernelBenchmark.filled(BATCH * STRIDE);
    private final float[] parameters = KernelBenchmark.filled((INPUTS + 1) * STRIDE);
    private final float[] below = new float[BATCH * INPUT_STRIDE];
    private final float[] logits = new float[BATCH * STRIDE];
    private final float[] out = new float[BATCH * STRIDE];
    private final float[] activations = new float[BATCH * INPUT_STRIDE];
    private final float[] gradient = new float[SLICE * STRIDE];
    private final int[] labels = new int[BATCH];
    private final float[] losses = new float[BATCH * LANES];
    private final float[] correct = new float[BATCH * LANES];

    @Setup(Level.Iteration)
    public void begin() {
        System.arraycopy(input, 0, activations, 0, activations.length);
        for (int i = 0; i < BATCH; i++) {
            labels[i] = i % UNITS;
        }
    }

    @Benchmark
    public float[] laneForward(Work work) {
        kernels.laneForward(
                input, INPUT_STRIDE, INPUTS, BATCH, parameters, 0, INPUTS * STRIDE, STRIDE, UNITS, LANES, out);
        work.flops += FLOPS;
        return out;
    }

    @Benchmark
    public float[] laneBackward(Work work) {
        kernels.laneBackward(delta, STRIDE, UNITS, BATCH, parameters, 0, INPUTS, INPUT_STRIDE, LANES, below);
        work.flops += FLOPS;
        return below;
    }

    @Benchmark
    public float[] laneGradient(Work work) {
        for (int from = 0; from < INPUTS; from += SLICE) {
            int to = Math.min(from + SLICE, INPUTS);
            kernels.laneGradient(
                    input, INPUT_STRIDE, from, to, BATCH, delta, STRIDE, UNITS, LANES, gradient, 0, false, 1f);
        }
        work.flops += FLOPS;
        return gradient;
    }

    /** Fresh logits each time: softmax leaves deltas in their place. The copy is a small part. */
    @Benchmark
    public float[] softmax(Work work) {
        System.arraycopy(delta, 0, logits, 0, logits.length);
        kernels.softmax(logits, STRIDE, UNITS, LANES, labels, BATCH, losses, correct);
        work.elements += logits.length;
        return logits;
    }

    /** Over and over on the same array, whose values shrink and stay normal. */
    @Benchmark
    public float[] tanh(Work work) {
        kernels.tanh(activations, activations.length);
        work.elements += activations.length;
        return activations;
    }

    /** One exp and one division an element. */
    @Benchmark
    public float[] sigmoid(Work work) {
        kernels.sigmoid(activations, activations.length);
        work.elements += activations.length;
        return activations;
    }
}
