package glissade.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The weights of a layer, or its biases, among one trial's parameters in logical order.
 *
 * @param layer counted from 0 at the input
 * @param weights or else biases
 * @param from the first
 * @param count how many
 */
public record Tensor(int layer, boolean weights, int from, int count) {
    /** All of them, in order. */
    public static List<Tensor> of(Architecture architecture) {
        List<Tensor> tensors = new ArrayList<>();
        int next = 0;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int outputs = architecture.outputs(layer);
            Tensor weights = new Tensor(layer, true, next, architecture.inputs(layer) * outputs);
            tensors.add(weights);
            next = weights.end();
            if (architecture.model().bias()) {
                tensors.add(new Tensor(layer, false, next, outputs));
                next += outputs;
            }
        }
        return tensors;
    }

    /** After the last. */
    public int end() {
        return from + count;
    }
}
