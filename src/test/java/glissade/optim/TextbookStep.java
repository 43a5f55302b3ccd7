package glissade.optim;

/**
 * One parameter's descent in double, straight from the textbook. Each instance keeps its own past; nothing is shared with
 * the product.
 */
public interface TextbookStep {
    /** The parameter after a step against its gradient. */
    double next(double w, double g, double rate);

    static TextbookStep plain() {
        return (w, g, rate) -> w - rate * g;
    }

    static TextbookStep heavyBall(double mu) {
        return new TextbookStep() {
            private double v;

            @Override
            public double next(double w, double g, double rate) {
                v = mu * v + rate * g;
                return w - v;
            }
        };
    }

    static TextbookStep averaged(double beta, boolean corrected) {
        TextbookAverage mean = new TextbookAverage(beta, corrected);
        return (w, g, rate) -> w - rate * mean.with(g);
    }

    static TextbookStep nesterov(double mu) {
        return new TextbookStep() {
            private double v;

            @Override
            public double next(double w, double g, double rate) {
                v = mu * v + g;
                return w - rate * (g + mu * v);
            }
        };
    }

    static TextbookStep rmsProp(double beta, double epsilon, boolean corrected) {
        TextbookAverage meanSquare = new TextbookAverage(beta, corrected);
        return (w, g, rate) -> w - rate * g / (StrictMath.sqrt(meanSquare.with(g * g)) + epsilon);
    }

    static TextbookStep adagrad(double epsilon) {
        return new TextbookStep() {
            private double sum;

            @Override
            public double next(double w, double g, double rate) {
                sum += g * g;
                return w - rate * g / (StrictMath.sqrt(sum) + epsilon);
            }
        };
    }

    static TextbookStep adam(double beta1, double beta2, double epsilon, double decay) {
        TextbookAverage mean = new TextbookAverage(beta1, true);
        TextbookAverage meanSquare = new TextbookAverage(beta2, true);
        return (w, g, rate) ->
                w - rate * (mean.with(g) / (StrictMath.sqrt(meanSquare.with(g * g)) + epsilon) + decay * w);
    }
}
