package glissade.optim;

import java.util.List;

/**
 * Momentum in its two conventions (Polyak, 1964). Heavy ball: {@code v = mu v + rate g; w = w - v}, computed as {@code w =
 * fma(-rate, g, fma(-mu, v_before, w))} so that mu = 0 is plain descent to the bit. Averaged: {@code v = beta v + (1 - beta)
 * g; w = w - rate v}, where {@code mu} is beta, and with bias correction {@code w = w - rate v / (1 - beta^t)}, t from 1.
 */
public final class Momentum implements Optimizer {
    public static final Momentum KIND = new Momentum();
    public static final Setting MU = Setting.number("mu", 0.9, Range.FRACTION, "how much of the velocity is kept");
    public static final Setting CONVENTION = Setting.choice(
            "convention",
            List.of("heavy-ball", "averaged"),
            "heavy-ball: v = mu v + rate g; averaged: v = mu v + (1 - mu) g");
    public static final Setting CORRECTION =
            Setting.flag("bias-correction", false, "averaged only: divide v by 1 - mu^t");

    private Momentum() {}

    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public List<Setting> settings() {
        return List.of(MU, CONVENTION, CORRECTION);
    }

    @Override
    public String meaning() {
        return "a velocity that remembers past gradients";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        if (!recipe.text(CONVENTION).equals("averaged")) {
            return List.of("v <- mu v + eta g", "w <- w - v");
        }
        String velocity = recipe.flag(CORRECTION) ? "v / (1 - mu^t)" : "v";
        return List.of("v <- mu v + (1 - mu) g", "w <- w - eta " + velocity);
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
        return lanes.text(CONVENTION).equals("averaged") ? new Averaged(lanes) : new HeavyBall(lanes);
    }

    private static final class HeavyBall implements Rule {
        private final Lanes lanes;
        private final LaneConstants mu;

        HeavyBall(Lanes lanes) {
            this.lanes = lanes;
            this.mu = lanes.numbers(MU);
        }

        @Override
        public void apply(Slice slice) {
            slice.heavyBall(lanes.rates(), mu, 0);
        }
    }

    private static final class Averaged implements Rule {
        private final Lanes lanes;
        private final LaneConstants keep;
        private final LaneConstants add;
        private final LaneConstants correction;

        Averaged(Lanes lanes) {
            this.lanes = lanes;
            this.keep = lanes.numbers(MU);
            this.add = lanes.complements(MU);
            this.correction = lanes.flag(CORRECTION) ? lanes.blank() : null;
        }

        @Override
        public void begin(OptimizerState state) {
            if (correction != null) {
                BiasCorrection.advance(state, 0, lanes, MU, correction);
            }
        }

        @Override
        public void apply(Slice slice) {
            slice.accumulate(0, keep, add);
            if (correction == null) {
                slice.descendMoment(lanes.rates(), 0);
            } else {
                slice.takeMoment(correction, 0);
                slice.descend(lanes.rates());
            }
        }
    }
}
