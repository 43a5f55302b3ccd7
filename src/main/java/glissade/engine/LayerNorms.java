package glissade.engine;

import glissade.model.ParameterLayout;
import glissade.model.SquaredNorms;

/** Norms of each layer's weights and of their mean gradient, lane by lane. */
final class LayerNorms {
    private final ParameterLayout layout;
    private final SquaredNorms squares;
    private final double[][] gradient;
    private final double[][] weights;
    private final double[] whole;

    LayerNorms(ParameterLayout layout) {
        this.layout = layout;
        this.squares = new SquaredNorms(layout);
        this.gradient = new double[layout.architecture().layers()][layout.lanes()];
        this.weights = new double[layout.architecture().layers()][layout.lanes()];
        this.whole = new double[layout.lanes()];
    }

    /** Measures parameters and the gradient summed over so many rows. */
    void measure(float[] parameters, float[] summedGradient, long rows) {
        for (int layer = 0; layer < gradient.length; layer++) {
            squares.add(summedGradient, layer, true, gradient[layer]);
            squares.add(summedGradient, layer, true, whole);
            squares.add(summedGradient, layer, false, whole);
            squares.add(parameters, layer, true, weights[layer]);
            for (int lane = 0; lane < layout.lanes(); lane++) {
                gradient[layer][lane] = Math.sqrt(gradient[layer][lane]) / rows;
                weights[layer][lane] = Math.sqrt(weights[layer][lane]);
            }
        }
        for (int lane = 0; lane < layout.lanes(); lane++) {
            whole[lane] = Math.sqrt(whole[lane]) / rows;
        }
    }

    /** The norm of a lane's whole gradient, weights and biases. */
    double wholeGradient(int lane) {
        return whole[lane];
    }

    /** Adds a lane's points to its history. */
    void record(int lane, int epoch, LaneHistory history) {
        for (int layer = 0; layer < gradient.length; layer++) {
            history.add(new LayerPoint(epoch, layer, gradient[layer][lane], weights[layer][lane]));
        }
    }
}
