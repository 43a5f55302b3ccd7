package glissade.optim;

import java.util.List;

/** {@code base * factor^floor(epoch / every)}, epochs from 0. */
public final class Staircase implements Schedule {
    public static final Staircase KIND = new Staircase();
    public static final Setting FACTOR = Setting.number("factor", 0.5, Range.FACTOR, "what a stair leaves of the rate");
    public static final Setting EVERY = Setting.number("every", 10, Range.POSITIVE, "epochs on a stair");

    private Staircase() {}

    @Override
    public String name() {
        return "staircase";
    }

    @Override
    public List<Setting> settings() {
        return List.of(FACTOR, EVERY);
    }

    @Override
    public String meaning() {
        return "base * factor^floor(epoch / every)";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        return List.of("eta = eta_0 factor^floor(epoch / every)");
    }

    @Override
    public double rate(double base, Recipe recipe, Clock clock) {
        return base * StrictMath.pow(recipe.number(FACTOR), Math.floor(clock.epoch() / recipe.number(EVERY)));
    }
}
