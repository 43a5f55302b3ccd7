package glissade.optim;

import java.util.List;

/** {@code base * factor^epoch}, epochs from 0. */
public final class Exponential implements Schedule {
    public static final Exponential KIND = new Exponential();
    public static final Setting FACTOR =
            Setting.number("factor", 0.95, Range.FACTOR, "what an epoch leaves of the rate");

    private Exponential() {}

    @Override
    public String name() {
        return "exponential";
    }

    @Override
    public List<Setting> settings() {
        return List.of(FACTOR);
    }

    @Override
    public String meaning() {
        return "base * factor^epoch";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        return List.of("eta = eta_0 factor^epoch");
    }

    @Override
    public double rate(double base, Recipe recipe, Clock clock) {
        return base * StrictMath.pow(recipe.number(FACTOR), clock.epoch());
    }
}
