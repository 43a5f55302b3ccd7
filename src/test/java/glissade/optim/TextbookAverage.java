package glissade.optim;

/** An exponentially weighted average {@code v = beta v + (1 - beta) x}, over {@code 1 - beta^t} where it is corrected. */
final class TextbookAverage {
    private final double beta;
    private final boolean corrected;
    private double v;
    private int t;

    TextbookAverage(double beta, boolean corrected) {
        this.beta = beta;
        this.corrected = corrected;
    }

    double with(double x) {
        t++;
        v = beta * v + (1 - beta) * x;
        return corrected ? v / (1 - StrictMath.pow(beta, t)) : v;
    }
}
