package glissade.model;

import glissade.numeric.Block;
import glissade.numeric.FeatureEntries;
import glissade.numeric.Kernels;

/** The first layer, which reads the block itself: dense rows as they lie, sparse rows entry by entry. */
final class InputLayer {
    private final int inputs;
    private final int stride;
    private final int weightsAt;
    private final int biasesAt;
    private final Kernels kernels;
    private FeatureEntries entries;
    private int[] allFeatures;

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
        if (block.isSparse()) {
            sparseGradient(block, rows, count, delta, sink);
        } else {
            denseGradient(block, rows, count, delta, sink);
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
                    sink.resumes());
            sink.finished(at, slot, (to - from) * stride, true);
        }
    }

    private void sparseGradient(Block block, int[] rows, int count, float[] delta, GradientSink sink) {
        if (entries == null) {
            entries = new FeatureEntries(inputs);
        }
        entries.gather(block, rows, count);
        int[] features = sink.wantsZeros() ? allFeatures() : entries.features();
        int total = sink.wantsZeros() ? inputs : entries.featureCount();
        int step = Slices.rows(stride);
        for (int from = 0; from < total; from += step) {
            int to = Math.min(from + step, total);
            int base = sink.keeps() ? weightsAt : 0;
            kernels.sparseGradient(
                    entries, features, from, to, delta, stride, sink.gradient(), base, !sink.keeps(), sink.resumes());
            for (int i = from; i < to; i++) {
                int at = weightsAt + features[i] * stride;
                sink.finished(at, sink.keeps() ? at : (i - from) * stride, stride, true);
            }
        }
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
