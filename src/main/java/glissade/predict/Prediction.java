package glissade.predict;

import java.util.List;

/**
 * What a model says of a row.
 *
 * @param classIndex the class, -1 for a value or where an output is not a number
 * @param className its name, null likewise
 * @param probabilities of the classes in their order; empty where the model gives none
 * @param value the value, NaN for a class
 */
public record Prediction(int classIndex, String className, List<Float> probabilities, float value) {
    public Prediction {
        probabilities = List.copyOf(probabilities);
    }
}
