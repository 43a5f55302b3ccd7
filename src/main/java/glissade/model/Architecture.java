package glissade.model;

import glissade.model.ModelSpec.Type;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that has met its data: the units of every layer, input first, head last.
 *
 * @param units numbers a row, then units of each hidden layer, then outputs
 * @param activation of every hidden layer
 */
public record Architecture(List<Integer> units, Activation activation) implements Serializable {
    public Architecture {
        units = List.copyOf(units);
    }

    /** The architecture of a model on rows of so many features and classes. */
    public static Architecture of(ModelSpec model, int features, int classes) {
        List<Integer> units = new ArrayList<>();
        units.add(features);
        if (model.type() == Type.MLP) {
            units.addAll(model.hidden());
        }
        units.add(classes);
        return new Architecture(units, model.activation());
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

    /** Parameters of one trial. */
    public int parameters() {
        long total = 0;
        for (int layer = 0; layer < layers(); layer++) {
            total += (inputs(layer) + 1L) * outputs(layer);
        }
        return Math.toIntExact(total);
    }
}
