package glissade.model;

import glissade.numeric.Block;
import glissade.numeric.Kernels;

/** All lanes of a cohort on the rows of a batch: losses and gradient in one pass. Not for two threads at once. */
public interface Model {
    /** The model of a layout with buffers for tiles of so many rows. */
    static Model of(ParameterLayout layout, Kernels kernels, int tileRows) {
        return layout.architecture().model().type() == ModelSpec.Type.SURFACE
                ? new Landscape(layout)
                : new Network(layout, kernels, tileRows);
    }

    /** Adds the losses of some rows of a block, at most a tile of them. */
    void forward(Block block, int[] rows, int count, float[] parameters, LossSums sums);

    /** Adds the losses of some rows of a block, at most a tile of them, and hands their gradient to a sink. */
    void gradient(Block block, int[] rows, int count, float[] parameters, LossSums sums, GradientSink sink);
}
