package glissade.optim;

import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import java.io.Serializable;

/**
 * The starting value of one parameter: a pure function of the trial's seed and the parameter's place.
 *
 * @param kind the distribution
 * @param a lower end of UNIFORM, standard deviation of NORMAL, first coordinate of POINT, otherwise unused
 * @param b upper end of UNIFORM, second coordinate of POINT, otherwise unused
 */
public record Initialiser(Kind kind, double a, double b) implements Serializable {
    public static final Initialiser ZEROS = new Initialiser(Kind.ZEROS, 0, 0);

    /** Where the values come from; POINT is a place on a landscape; XAVIER, HE and LECUN are normal, scaled by the layer's fans. */
    public enum Kind {
        ZEROS,
        POINT,
        UNIFORM,
        NORMAL,
        XAVIER,
        HE,
        LECUN
    }

    public Initialiser {
        if (!Range.ALL.contains(a) || !Range.ALL.contains(b)) {
            throw new IllegalArgumentException("a starting value must be finite, got (" + a + ", " + b + ")");
        }
        if (kind == Kind.UNIFORM && !(a < b)) {
            throw new IllegalArgumentException("uniform(a, b) needs a < b, got (" + a + ", " + b + ")");
        }
        if (kind == Kind.NORMAL && !(a >= 0)) {
            throw new IllegalArgumentException("normal(sd) needs sd >= 0, got " + a);
        }
    }

    /** The value of weight (layer, input, unit); biases pass {@code input = -1}. */
    public float value(long seed, int layer, int input, int unit, int fanIn, int fanOut) {
        long index = ((input + 1L) << 32) | unit;
        return switch (kind) {
            case ZEROS -> 0f;
            case POINT -> (float) (input == 0 ? a : b);
            case UNIFORM -> (float) (a + (b - a) * Randomness.uniform(seed, Purpose.INITIALISATION, layer, index));
            case NORMAL -> scaled(a, seed, layer, index);
            case XAVIER -> scaled(Math.sqrt(2.0 / (fanIn + fanOut)), seed, layer, index);
            case HE -> scaled(Math.sqrt(2.0 / fanIn), seed, layer, index);
            case LECUN -> scaled(Math.sqrt(1.0 / fanIn), seed, layer, index);
        };
    }

    private static float scaled(double deviation, long seed, int layer, long index) {
        return (float) (deviation * Randomness.gaussian(seed, Purpose.INITIALISATION, layer, index));
    }
}
