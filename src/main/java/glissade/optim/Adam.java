package glissade.optim;

import java.util.List;

/**
 * Adam (Kingma and Ba, 2015): {@code m = beta1 m + (1 - beta1) g; s = beta2 s + (1 - beta2) g^2; w = w - rate m' /
 * (sqrt(s') + epsilon)} with {@code m' = m / (1 - beta1^t)}, {@code s' = s / (1 - beta2^t)}, t from 1.
 */
public final class Adam implements Optimizer {
    public static final Adam KIND = new Adam();
    public static final Setting BETA1 = Setting.number("beta1", 0.9, Range.FRACTION, "how much of the mean is kept");
    public static final Setting BETA2 =
            Setting.number("beta2", 0.999, Range.FRACTION, "how much of the mean square is kept");
    public static final Setting EPSILON =
            Setting.number("epsilon", 1e-8, Range.POSITIVE, "added to the root, against division by zero");

    static final List<String> FORMULAS = List.of(
            "m <- beta1 m + (1 - beta1) g",
            "s <- beta2 s + (1 - beta2) g^2",
            "m' = m / (1 - beta1^t)",
            "s' = s / (1 - beta2^t)",
            "w <- w - eta m' / (sqrt(s') + epsilon)");

    private Adam() {}

    @Override
    public String name() {
        return "adam";
    }

    @Override
    public List<Setting> settings() {
        return List.of(BETA1, BETA2, EPSILON);
    }

    @Override
    public String meaning() {
        return "momentum over the recent size of gradients";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        return FORMULAS;
    }

    @Override
    public int moments() {
        return 2;
    }

    @Override
    public int products() {
        return 2;
    }

    @Override
    public Rule rule(Lanes lanes) {
        return new Direction(lanes);
    }

    static final class Direction implements Rule {
        private final Lanes lanes;
        private final LaneConstants keepMean;
        private final LaneConstants addMean;
        private final LaneConstants keepSquare;
        private final LaneConstants addSquare;
        private final LaneConstants epsilon;
        private final LaneConstants meanScale;
        private final LaneConstants squareScale;

        Direction(Lanes lanes) {
            this.lanes = lanes;
            this.keepMean = lanes.numbers(BETA1);
            this.addMean = lanes.complements(BETA1);
            this.keepSquare = lanes.numbers(BETA2);
            this.addSquare = lanes.complements(BETA2);
            this.epsilon = lanes.numbers(EPSILON);
            this.meanScale = lanes.blank();
            this.squareScale = lanes.blank();
        }

        @Override
        public void begin(OptimizerState state) {
            BiasCorrection.advance(state, 0, lanes, BETA1, meanScale);
            BiasCorrection.advance(state, 1, lanes, BETA2, squareScale);
        }

        @Override
        public void apply(Slice slice) {
            slice.accumulateMoments(0, keepMean, addMean, 1, keepSquare, addSquare);
            slice.descendMomentByRoot(lanes.rates(), 0, meanScale, 1, squareScale, epsilon);
        }
    }
}
