package glissade.engine;

import glissade.data.Split;
import java.io.Serializable;
import java.util.Locale;

/**
 * The number by which epochs and trials are compared.
 *
 * @param split where it is measured
 * @param measure loss (smaller is better) or accuracy (larger is better)
 * @param best whether a trial is represented by its best epoch, rather than by its last
 */
public record Selection(Split split, Measure measure, boolean best) implements Serializable {
    /** What is measured. */
    public enum Measure {
        LOSS,
        ACCURACY
    }

    /** By a name such as {@code validation.accuracy}. */
    public static Selection named(String name, boolean best) {
        String[] parts = name.toUpperCase(Locale.ROOT).split("\\.", 2);
        return new Selection(Split.valueOf(parts[0]), Measure.valueOf(parts[1]), best);
    }

    /** The same of another measure. */
    Selection of(Measure other) {
        return new Selection(split, other, best);
    }

    /** Its name: split and measure. */
    public String name() {
        return (split + "." + measure).toLowerCase(Locale.ROOT);
    }

    /** The selected number of an epoch; NaN where it was not measured. */
    public double value(CurvePoint point) {
        boolean loss = measure == Measure.LOSS;
        return switch (split) {
            case TRAIN -> loss ? point.trainLoss() : point.trainAccuracy();
            case VALIDATION -> loss ? point.validationLoss() : point.validationAccuracy();
            case TEST -> loss ? point.testLoss() : point.testAccuracy();
        };
    }

    /** Orders selected numbers best first, NaN last. */
    public int compare(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Boolean.compare(Double.isNaN(a), Double.isNaN(b));
        }
        return measure == Measure.LOSS ? Double.compare(a, b) : Double.compare(b, a);
    }

    /** Whether one epoch is strictly better than another. */
    boolean prefers(CurvePoint point, CurvePoint other) {
        return compare(value(point), value(other)) < 0;
    }
}
