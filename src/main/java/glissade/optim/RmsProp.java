package glissade.optim;

import java.util.List;

/**
 * RMSProp (Hinton, 2012): {@code s = beta s + (1 - beta) g^2; w = w - rate g / (sqrt(s) + epsilon)}, with epsilon outside
 * the root, and with bias correction s / (1 - beta^t) under it.
 */
public final class RmsProp implements Optimizer {
    public static final RmsProp KIND = new RmsProp();
    public static final Setting BETA =
            Setting.number("beta", 0.999, Range.FRACTION, "how much of the mean square is kept");
    public static final Setting EPSILON =
            Setting.number("epsilon", 1e-8, Range.POSITIVE, "added to the root, against division by zero");
    public static final Setting CORRECTION = Setting.flag("bias-correction", false, "divide s by 1 - beta^t");

    private RmsProp() {}

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public List<Setting> settings() {
        return List.of(BETA, EPSILON, CORRECTION);
    }

    @Override
    public String meaning() {
        return "gradients divided by their recent size";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        String square = recipe.flag(CORRECTION) ? "s / (1 - beta^t)" : "s";
        return List.of("s <- beta s + (1 - beta) g^2", "w <- w - eta g / (sqrt(" + square + ") + epsilon)");
    }

    @Override
    public int moments() {
        return 1;
    }

    @Override
    public int products() {
        return 1;
    }

    @Override
    public Rule rule(Lanes lanes) {
        return new MeanSquare(lanes);
    }

    private static final class MeanSquare implements Rule {
        private final Lanes lanes;
        private final LaneConstants keep;
        private final LaneConstants add;
        private final LaneConstants epsilon;
        private final LaneConstants one;
        private final LaneConstants scale;
        private final boolean corrected;

        MeanSquare(Lanes lanes) {
            this.lanes = lanes;
            this.keep = lanes.numbers(BETA);
            this.add = lanes.complements(BETA);
            this.epsilon = lanes.numbers(EPSILON);
            this.one = lanes.all(1f);
            this.scale = lanes.all(1f);
            this.corrected = lanes.flag(CORRECTION);
        }

        @Override
        public void begin(OptimizerState state) {
            if (corrected) {
                BiasCorrection.advance(state, 0, lanes, BETA, scale);
            }
        }

        @Override
        public void apply(Slice slice) {
            slice.accumulateSquares(0, keep, add);
            slice.descendByRoot(lanes.rates(), one, 0, scale, epsilon);
        }
    }
}
