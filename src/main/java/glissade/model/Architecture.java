package glissade.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that has met its data: the units of every layer, input first, head last. A landscape is one unit whose two
 * inputs are its coordinates.
 *
 * @param model as specified
 * @param units numbers a row, then units of each hidden layer, then outputs
 * @param classes of the target, 0 for a value
 */
public record Architecture(ModelSpec model, List<Integer> units, int classes) implements Serializable {
    public Architecture {
        units = List.copyOf(units);
    }

    /** The architecture of a model on rows of so many features and classes, 0 for a value; fails if they do not fit. */
    public static Architecture of(ModelSpec model, int features, int classes) {
        if (model.head() == Head.SOFTMAX && classes < 2) {
            throw new IllegalArgumentException("a softmax head needs classes, the target is a value");
        }
        if (model.head() == Head.BINARY && classes != 2) {
            throw new IllegalArgumentException("a binary head needs two classes, the target has " + classes);
        }
        if (model.type() == ModelSpec.Type.SURFACE && features != 2) {
            throw new IllegalArgumentException("a surface needs rows of two features, these have " + features);
        }
        List<Integer> units = new ArrayList<>();
        units.add(features);
        units.addAll(model.hidden());
        units.add(outputs(model, classes));
        return new Architecture(model, units, classes);
    }

    private static int outputs(ModelSpec model, int classes) {
        boolean oneHot = model.type() == ModelSpec.Type.MLP && model.head() != Head.BINARY;
        return model.head() == Head.SOFTMAX || (oneHot && classes > 0) ? classes : 1;
    }

    /** Layers with weights. */
    public int layers() {
        return units.size() - 1;
    }

    public int inputs(int layer) {
        return units.get(layer);
    }

    public int outputs(int layer) {
        return units.get(layer + 1);
    }

    /** Rows of a layer's parameters: one for each input, and one of biases if there are any. */
    public int rows(int layer) {
        return inputs(layer) + (model.bias() ? 1 : 0);
    }

    /** Parameters of one trial. */
    public int parameters() {
        long total = 0;
        for (int layer = 0; layer < layers(); layer++) {
            total += (long) rows(layer) * outputs(layer);
        }
        return Math.toIntExact(total);
    }

    /** Whether a prediction is right or wrong, rather than near or far. */
    public boolean classifies() {
        return model.head() == Head.SOFTMAX || model.head() == Head.BINARY || outputs(layers() - 1) > 1;
    }
}
