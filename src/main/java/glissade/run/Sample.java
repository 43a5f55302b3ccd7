package glissade.run;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Some measurements of one thing.
 *
 * @param values none of them NaN
 */
record Sample(List<Double> values) {
    /** Of the interval that holds the true mean 95 times of 100, above and below. */
    private static final double QUANTILE = 0.975;

    Sample {
        values = List.copyOf(values);
    }

    int size() {
        return values.size();
    }

    /** The sum in order, divided once; NaN of nothing. */
    double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / size();
    }

    /** The standard deviation with n - 1; NaN of fewer than two. */
    double deviation() {
        double mean = mean();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return size() < 2 ? Double.NaN : Math.sqrt(squares / (size() - 1));
    }

    /** Half the width of the 95 % interval of the mean, by Student's t; NaN of fewer than two. */
    double halfInterval() {
        return size() < 2
                ? Double.NaN
                : new TDistribution(null, size() - 1.0).inverseCumulativeProbability(QUANTILE)
                        * deviation()
                        / Math.sqrt(size());
    }
}
