package glissade.model;

import glissade.numeric.Block;
import glissade.numeric.Kernels;

/** All lanes of a cohort on the rows of a batch: losses and gradient in one pass. Not for two threads at once. */
public interface Model {
    /** The model of a layout with buffers for tiles of so many rows, none of them weighted. */
    static Model of(ParameterLayout layout, Kernels kernels, int tileRows) {
        return of(layout, kernels, tileRows, null);
    }

    /** The same where a row counts by the weight of its class; without weights they are null. */
    static Model of(ParameterLayout layout, Kernels kernels, int tileRows, float[] classWeights) {
        return layout.architecture().model().type() == ModelSpec.Type.SURFACE
                ? new Landscape(layout)
                : new Network(layout, kernels, tileRows, classWeights);
    }

    /** Adds the losses of some rows of a block, at most a tile of them. */
    void forward(Block block, int[] rows, int count, float[] parameters, LossSums sums);

    /** The same, and hands their gradient to a sink: that of the weighted losses, where rows are weighted. */
    void gradient(Block block, int[] rows, int count, float[] parameters, LossSums sums, GradientSink sink);
}
