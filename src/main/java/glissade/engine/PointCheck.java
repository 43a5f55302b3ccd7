package glissade.engine;

import glissade.model.Architecture;
import glissade.model.Tensor;
import java.util.List;

/**
 * The gradient check of one trial at one point of its parameters.
 *
 * @param rows of the batch that were used
 * @param rowsLeftOut because one of their rectifiers is so near its kink that float may see it on the other side
 * @param tensors layer by layer
 */
public record PointCheck(int rows, int rowsLeftOut, List<TensorCheck> tensors) {
    public PointCheck {
        tensors = List.copyOf(tensors);
    }

    /** Nothing could be checked: all rows had to be left out. */
    static PointCheck impossible(Architecture architecture, int rowsLeftOut) {
        return new PointCheck(
                0,
                rowsLeftOut,
                Tensor.of(architecture).stream()
                        .map(tensor -> new TensorCheck(tensor, 0, 0, Double.NaN, Double.NaN, Double.NaN))
                        .toList());
    }

    /** Whether every gradient that could be compared agrees. */
    public boolean passed() {
        return tensors.stream().allMatch(TensorCheck::passed);
    }
}
