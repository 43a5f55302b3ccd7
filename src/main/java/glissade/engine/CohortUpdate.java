package glissade.engine;

import glissade.model.ParameterLayout;
import glissade.model.Slices;
import glissade.model.SquaredNorms;
import glissade.numeric.Kernels;
import glissade.optim.Lanes;
import glissade.optim.Update;
import java.util.Arrays;

/** Updates of a cohort's present lanes: slice by slice as gradients come in, or all at once from a whole gradient. */
final class CohortUpdate {
    private final ParameterLayout layout;
    private final Lanes lanes;
    private final Update update;
    private final Kernels kernels;
    private final int slice;
    private final SquaredNorms norms;
    private final double[] squares;
    /** Kept, so that a step makes no objects. */
    private final SliceVisitor applying;

    private final SliceVisitor preparing;
    private final SliceVisitor finishing;
    private float[] parameters;
    private float[] gradient;

    CohortUpdate(Cohort cohort, CohortState state, Kernels kernels) {
        this.layout = cohort.layout();
        this.lanes = cohort.updateLanes(layout);
        this.kernels = kernels;
        this.update = new Update(kernels, lanes, state.optimizer());
        this.slice = Slices.largest(layout) / layout.width() * layout.width();
        this.norms = new SquaredNorms(layout);
        this.squares = new double[layout.lanes()];
        this.applying = (at, count, weights) -> update.apply(parameters, at, gradient, at, count, weights);
        this.preparing = (at, count, weights) -> update.prepare(parameters, at, gradient, at, count, weights);
        this.finishing = (at, count, weights) -> update.finish(parameters, at, gradient, at, count, weights);
    }

    /** Starts a step. */
    void begin(double[] rates, long rows) {
        for (int lane = 0; lane < rates.length; lane++) {
            lanes.setRate(lane, rates[lane]);
        }
        update.begin(rows);
    }

    boolean skipsZeros() {
        return update.skipsZeros();
    }

    boolean needsWhole() {
        return update.needsWhole();
    }

    float meanFactor() {
        return update.meanFactor();
    }

    /** Uses up the mean gradient of one slice. */
    void apply(float[] moved, int at, float[] mean, int gradientAt, int count, boolean weights) {
        update.apply(moved, at, mean, gradientAt, count, weights);
    }

    /** Uses up a whole gradient, the sum over the batch. */
    void applyAll(float[] moved, float[] summed) {
        kernels.scale(summed, 0, update.meanFactor(), layout.size());
        parameters = moved;
        gradient = summed;
        if (!update.needsWhole()) {
            walk(applying);
            return;
        }
        walk(preparing);
        update.clipNorms(squares());
        walk(finishing);
    }

    private double[] squares() {
        Arrays.fill(squares, 0);
        for (int layer = 0; layer < layout.architecture().layers(); layer++) {
            norms.add(gradient, layer, true, squares);
            norms.add(gradient, layer, false, squares);
        }
        return squares;
    }

    private interface SliceVisitor {
        void visit(int at, int count, boolean weights);
    }

    private void walk(SliceVisitor visitor) {
        for (int layer = 0; layer < layout.architecture().layers(); layer++) {
            int biases = layout.biasesAt(layer);
            for (int at = layout.weightsAt(layer); at < biases; at += slice) {
                visitor.visit(at, Math.min(slice, biases - at), true);
            }
            if (layout.architecture().model().bias()) {
                visitor.visit(biases, layout.stride(layer), false);
            }
        }
    }
}
