package glissade.engine;

import glissade.model.Architecture;
import glissade.model.Tensor;
import java.util.List;
import java.util.stream.IntStream;

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

    /** Whether every gradient agrees wherever it could be compared, and each could be at one of these points at least. */
    public static boolean passed(List<PointCheck> points) {
        int tensors = points.get(0).tensors().size();
        return IntStream.range(0, tensors).allMatch(i -> {
            List<TensorCheck> checks =
                    points.stream().map(point -> point.tensors().get(i)).toList();
            return checks.stream().noneMatch(TensorCheck::failed)
                    && checks.stream().anyMatch(TensorCheck::isChecked);
        });
    }
}
