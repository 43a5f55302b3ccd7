package glissade.data;

import java.util.function.DoubleUnaryOperator;

/**
 * How often the best rule is right: the mean, over the rows, of the larger of the probabilities of two equally likely
 * classes. Integrals by the midpoint rule, to four
 * digits or more.
 */
final class BayesAccuracy {
    private static final int STEPS = 1 << 12;
    /** Standard deviations beyond which nothing is left. */
    private static final double TAIL = 9;

    private static final double ROOT_2_PI = Math.sqrt(2 * Math.PI);

    private BayesAccuracy() {}

    /**
     * The log-odds of a row are Gaussian: the best rule follows their sign and is right with probability sigmoid(|odds|).
     *
     * @param mean of the log-odds, over the rows of one class where the classes mirror each other, else over all rows
     */
    static double ofLogOdds(double mean, double deviation) {
        if (deviation == 0) {
            return sigmoid(Math.abs(mean));
        }
        return integral(
                -TAIL, TAIL, z -> sigmoid(Math.abs(mean + deviation * z)) * StrictMath.exp(-z * z / 2) / ROOT_2_PI);
    }

    /**
     * Two rings around the origin with Gaussian noise. The distance r from the origin has the Rice density {@code r / s^2
     * exp(-(r - R)^2 / 2 s^2) I(r R / s^2)} on the ring of radius R, where I(k) is the Bessel function I_0(k) over e^k.
     */
    static double ofRings(double radius, double otherRadius, double noise) {
        double gap = Math.abs(radius - otherRadius);
        if (gap > 2 * TAIL * noise) {
            return 1;
        }
        double end = Math.max(radius, otherRadius) + TAIL * noise;
        return integral(0, end, r -> Math.max(rice(r, radius, noise), rice(r, otherRadius, noise)) / 2);
    }

    private static double rice(double r, double radius, double noise) {
        double apart = (r - radius) / noise;
        return r / (noise * noise) * StrictMath.exp(-apart * apart / 2) * bessel(r * radius / (noise * noise));
    }

    /** The mean of exp(k (cos a - 1)) over the angles of a circle. */
    private static double bessel(double k) {
        int angles = 16 + 8 * (int) Math.sqrt(k);
        double sum = 0;
        for (int i = 0; i < angles; i++) {
            sum += StrictMath.exp(k * (StrictMath.cos(2 * Math.PI * i / angles) - 1));
        }
        return sum / angles;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double integral(double from, double to, DoubleUnaryOperator function) {
        double step = (to - from) / STEPS;
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            sum += function.applyAsDouble(from + (i + 0.5) * step);
        }
        return sum * step;
    }
}
