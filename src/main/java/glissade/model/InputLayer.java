package glissade.model;

import glissade.numeric.Block;
import glissade.numeric.CacheLines;
import glissade.numeric.FeatureEntries;
import glissade.numeric.Kernels;

/** The first layer, which reads the block itself: dense rows as they lie, sparse rows entry by entry. */
final class InputLayer {
    /** The largest feature that {@link Kernels#lift} may meet. */
    private static final float LARGEST_LIFTED = 0x1p40f;

    /** Floats of the widest row for which walking the batch row by row pays. */
    private static final int MOST_SCATTERED = 2 * Kernels.WIDEST_VECTOR;

    private final int inputs;
    private final int stride;
    private final int weightsAt;
    private final int biasesAt;
    private final Kernels kernels;
    private FeatureEntries entries;
    private int[] allFeatures;
    /** One a weight, all +0 between batches. */
    private float[] chains;

    private Block inspected;
    private boolean modest;

    InputLayer(ParameterLayout layout, Kernels kernels) {
        this.inputs = layout.architecture().inputs(0);
        this.stride = layout.stride(0);
        this.weightsAt = layout.weightsAt(0);
        this.biasesAt = layout.biasesAt(0);
        this.kernels = kernels;
    }

    void forward(Block block, int[] rows, int count, float[] parameters, float[] out) {
        if (block.isSparse()) {
            kernels.sparseForward(
                    block.values(),
                    block.columns(),
                    block.starts(),
                    rows,
                    count,
                    parameters,
                    weightsAt,
                    biasesAt,
                    stride,
                    out);
        } else {
            kernels.denseForward(
                    block.values(), inputs, inputs, rows, count, parameters, weightsAt, biasesAt, stride, out);
        }
    }

    void gradient(Block block, int[] rows, int count, float[] delta, GradientSink sink) {
        if (!block.isSparse()) {
            denseGradient(block, rows, count, delta, sink);
            return;
        }
        boolean faint = kernels.hasFaint(delta, count * stride);
        if (!faint && scatters(block, rows, count, sink)) {
            scatteredGradient(block, rows, count, delta, sink);
        } else {
            gather(block, rows, count);
            if (faint && !sink.resumes() && isModest(block)) {
                kernels.lift(delta, count * stride, entries);
            }
            sparseGradient(delta, sink);
        }
    }

    private void denseGradient(Block block, int[] rows, int count, float[] delta, GradientSink sink) {
        int step = Slices.rows(stride);
        for (int from = 0; from < inputs; from += step) {
            int to = Math.min(from + step, inputs);
            int at = weightsAt + from * stride;
            int slot = sink.keeps() ? at : 0;
            kernels.denseGradient(
                    block.values(),
                    inputs,
                    rows,
                    count,
                    from,
                    to,
                    delta,
                    stride,
                    sink.gradient(),
                    slot,
                    sink.resumes(),
                    sink.factor());
            sink.finished(at, slot, (to - from) * stride, true);
        }
    }

    /**
     * Whether to walk the rows rather than the features: rows need no turning on their side, which for narrow weights costs
     * more than the sums; but then all features are handed over, so there had better be many.
     */
    private boolean scatters(Block block, int[] rows, int count, GradientSink sink) {
        if (stride > MOST_SCATTERED || sink.keeps()) {
            return false;
        }
        long entries = 0;
        for (int i = 0; i < count; i++) {
            entries += block.starts()[rows[i] + 1] - block.starts()[rows[i]];
        }
        return entries >= inputs;
    }

    private void scatteredGradient(Block block, int[] rows, int count, float[] delta, GradientSink sink) {
        if (chains == null) {
            chains = CacheLines.floats(CacheLines.START + inputs * stride);
        }
        kernels.sparseScatter(
                block.values(), block.columns(), block.starts(), rows, count, delta, stride, chains, CacheLines.START);
        int step = Slices.rows(stride) * stride;
        for (int from = 0; from < inputs * stride; from += step) {
            int length = Math.min(step, inputs * stride - from);
            kernels.endChains(chains, CacheLines.START + from, sink.gradient(), 0, sink.factor(), length);
            sink.finished(weightsAt + from, 0, length, true);
        }
    }

    private void gather(Block block, int[] rows, int count) {
        if (entries == null) {
            entries = new FeatureEntries(inputs);
        }
        entries.gather(block, rows, count);
    }

    private void sparseGradient(float[] delta, GradientSink sink) {
        int[] features = sink.wantsZeros() ? allFeatures() : entries.features();
        int total = sink.wantsZeros() ? inputs : entries.featureCount();
        int step = Slices.rows(stride);
        for (int from = 0; from < total; from += step) {
            int to = Math.min(from + step, total);
            int base = sink.keeps() ? weightsAt : 0;
            kernels.sparseGradient(
                    entries,
                    features,
                    from,
                    to,
                    delta,
                    stride,
                    sink.gradient(),
                    base,
                    !sink.keeps(),
                    sink.resumes(),
                    sink.factor());
            for (int i = from; i < to; ) {
                int next = endOfRun(features, i, to);
                int at = weightsAt + features[i] * stride;
                sink.finished(at, sink.keeps() ? at : (i - from) * stride, (next - i) * stride, true);
                i = next;
            }
        }
    }

    /** Whether no feature is so large that {@link Kernels#lift} must not be asked; looked at once for a block. */
    private boolean isModest(Block block) {
        if (block != inspected) {
            inspected = block;
            modest = true;
            for (float value : block.values()) {
                modest &= Math.abs(value) <= LARGEST_LIFTED;
            }
        }
        return modest;
    }

    /** The end of a run of neighbours, whose weights lie side by side. */
    private static int endOfRun(int[] features, int from, int to) {
        int end = from + 1;
        while (end < to && features[end] == features[end - 1] + 1) {
            end++;
        }
        return end;
    }

    private int[] allFeatures() {
        if (allFeatures == null) {
            allFeatures = new int[inputs];
            for (int i = 0; i < inputs; i++) {
                allFeatures[i] = i;
            }
        }
        return allFeatures;
    }
}
