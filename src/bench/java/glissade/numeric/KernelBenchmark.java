package glissade.numeric;

import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.GeneratorSpec;
import glissade.data.Sampling;
import glissade.data.Split;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The products of the input layer, on batches of generated digits: as they are stored (sparse), and with all their zeros. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class KernelBenchmark {
    private static final int WIDTH = 784;
    private static final int BATCHES = 16;
    /** Floats of gradient at once, and the rows they come in, as the engine asks for them. */
    private static final int SLICE = 1_024;

    private static final int TILE = 4;

    /** Columns of the first layer, and rows of a batch. */
    public enum Shape {
        FUSED_SOFTMAX(16 * 10, 100),
        SOLO_SOFTMAX(16, 10),
        FUSED_MLP(16 * 128, 64),
        SOLO_MLP(128, 64);

        private final int stride;
        private final int batch;

        Shape(int stride, int batch) {
            this.stride = stride;
            this.batch = batch;
        }
    }

    @Param
    public Shape shape;

    private final Kernels kernels = Kernels.best();
    private final int[][] rows = new int[BATCHES][];
    private final FeatureEntries[] entries = new FeatureEntries[BATCHES];
    private final long[] nonZeros = new long[BATCHES];
    private Block sparse;
    private Block dense;
    private float[] parameters;
    private float[] gradient;
    private float[] chains;
    private float[] out;
    private float[] delta;
    private int next;

    @Setup
    public void begin() {
        int count = BATCHES * shape.batch;
        GeneratorSpec digits = new GeneratorSpec(count, 0, 0, WIDTH, 10, Sampling.UNIFORM, List.of(), 0);
        sparse = DataSets.open(new DataSpec("digits", null, digits, 42, 0, 1))
                .sharded(1)
                .load(0)
                .rows(Split.TRAIN)
                .toSparse();
        dense = sparse.toDense();
        for (int b = 0; b < BATCHES; b++) {
            rows[b] = new int[shape.batch];
            for (int i = 0; i < shape.batch; i++) {
                rows[b][i] = i * BATCHES + b;
                nonZeros[b] += sparse.starts()[rows[b][i] + 1] - sparse.starts()[rows[b][i]];
            }
            entries[b] = new FeatureEntries(WIDTH);
            entries[b].gather(sparse, rows[b], shape.batch);
        }
        parameters = filled((WIDTH + 1) * shape.stride);
        gradient = new float[sliceRows() * shape.stride];
        chains = new float[WIDTH * shape.stride];
        out = new float[shape.batch * shape.stride];
        delta = filled(shape.batch * shape.stride);
    }

    static float[] filled(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (i % 97 - 48) / 97f;
        }
        return values;
    }

    private int batch() {
        next = (next + 1) % BATCHES;
        return next;
    }

    private int sliceRows() {
        return Math.max(1, SLICE / shape.stride / TILE) * TILE;
    }

    private long denseFlops() {
        return 2L * WIDTH * shape.batch * shape.stride;
    }

    @Benchmark
    public float[] sparseForward(Work work) {
        int b = batch();
        kernels.sparseForward(
                sparse.values(),
                sparse.columns(),
                sparse.starts(),
                rows[b],
                shape.batch,
                parameters,
                0,
                WIDTH * shape.stride,
                shape.stride,
                out);
        work.flops += 2 * nonZeros[b] * shape.stride;
        return out;
    }

    @Benchmark
    public float[] denseForward(Work work) {
        kernels.denseForward(
                dense.values(),
                WIDTH,
                WIDTH,
                rows[batch()],
                shape.batch,
                parameters,
                0,
                WIDTH * shape.stride,
                shape.stride,
                out);
        work.flops += denseFlops();
        return out;
    }

    @Benchmark
    public float[] sparseGradient(Work work) {
        int b = batch();
        int step = sliceRows();
        int total = entries[b].featureCount();
        for (int from = 0; from < total; from += step) {
            int to = Math.min(from + step, total);
            kernels.sparseGradient(
                    entries[b], entries[b].features(), from, to, delta, shape.stride, gradient, 0, true, false, 1f);
        }
        work.flops += 2 * nonZeros[b] * shape.stride;
        return gradient;
    }

    /** What the engine prefers for narrow weights; the ends of the chains included. */
    @Benchmark
    public float[] sparseScatter(Work work) {
        int b = batch();
        kernels.sparseScatter(
                sparse.values(),
                sparse.columns(),
                sparse.starts(),
                rows[b],
                shape.batch,
                delta,
                shape.stride,
                chains,
                0);
        for (int from = 0; from < chains.length; from += gradient.length) {
            kernels.endChains(chains, from, gradient, 0, 1f, Math.min(gradient.length, chains.length - from));
        }
        work.flops += 2 * nonZeros[b] * shape.stride;
        return gradient;
    }

    @Benchmark
    public float[] denseGradient(Work work) {
        int b = batch();
        int step = sliceRows();
        for (int from = 0; from < WIDTH; from += step) {
            int to = Math.min(from + step, WIDTH);
            kernels.denseGradient(
                    dense.values(), WIDTH, rows[b], shape.batch, from, to, delta, shape.stride, gradient, 0, false, 1f);
        }
        work.flops += denseFlops();
        return gradient;
    }
}
