package glissade.optim;

import java.util.List;

/** Multiplies the rate by {@code factor} when a metric has gained less than {@code threshold} over the epoch before, {@code
 * patience} epochs in a row. */
public final class Plateau implements Schedule {
    public static final Plateau KIND = new Plateau();
    public static final Setting FACTOR =
            Setting.number("factor", 0.75, Range.FACTOR, "what a stall leaves of the rate");
    public static final Setting METRIC = Setting.choice(
            "metric",
            List.of(
                    "train.loss",
                    "train.accuracy",
                    "validation.loss",
                    "validation.accuracy",
                    "test.loss",
                    "test.accuracy"),
            "what is watched");
    public static final Setting THRESHOLD =
            Setting.number("threshold", 0.001, Range.NOT_NEGATIVE, "a smaller gain is a stall");
    public static final Setting PATIENCE =
            Setting.number("patience", 1, Range.POSITIVE, "stalled epochs in a row before the rate falls");

    private Plateau() {}

    @Override
    public String name() {
        return "plateau";
    }

    @Override
    public List<Setting> settings() {
        return List.of(FACTOR, METRIC, THRESHOLD, PATIENCE);
    }

    @Override
    public String meaning() {
        return "falls when a metric stalls";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        String gain = "[when the gain of " + recipe.text(METRIC) + " was] < threshold";
        return List.of("eta = eta_0 factor^k", "k <- k + 1 " + gain + " [for] patience [epochs in a row]");
    }

    @Override
    public double rate(double base, Recipe recipe, Clock clock) {
        return base * clock.factor();
    }

    @Override
    public boolean watches() {
        return true;
    }

    /** Takes the watched metric of an epoch. */
    public static void see(PlateauState state, Recipe recipe, double metric) {
        boolean smallerIsBetter = recipe.text(METRIC).endsWith("loss");
        state.see(
                smallerIsBetter ? -metric : metric,
                recipe.number(THRESHOLD),
                recipe.number(PATIENCE),
                recipe.number(FACTOR));
    }
}
