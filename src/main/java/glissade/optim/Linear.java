package glissade.optim;

import java.util.List;

/** Rises from 0 over the first epochs and falls to 0 over the last, in straight lines, step by step; the first step has the rate
 * that the line reaches at its end, so it is never 0. */
public final class Linear implements Schedule {
    public static final Linear KIND = new Linear();
    public static final Setting WARM_UP = Setting.number("warm-up", 1, Range.NOT_NEGATIVE, "epochs of rising");
    public static final Setting COOL_DOWN = Setting.number("cool-down", 0, Range.NOT_NEGATIVE, "epochs of falling");

    private Linear() {}

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public List<Setting> settings() {
        return List.of(WARM_UP, COOL_DOWN);
    }

    @Override
    public String meaning() {
        return "a straight rise at the start, a straight fall at the end";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        boolean rises = recipe.number(WARM_UP) > 0;
        boolean falls = recipe.number(COOL_DOWN) > 0;
        if (!rises && !falls) {
            return List.of("eta = eta_0");
        }
        return List.of("eta = eta_0 min(1" + (rises ? ", done / warm-up" : "")
                + (falls ? ", (epochs - begun) / cool-down" : "") + ")");
    }

    @Override
    public double rate(double base, Recipe recipe, Clock clock) {
        double warmUp = recipe.number(WARM_UP);
        double coolDown = recipe.number(COOL_DOWN);
        double rising = warmUp > 0 ? Math.min(1, clock.progress() / warmUp) : 1;
        double falling = coolDown > 0 ? Math.min(1, (clock.epochs() - clock.begun()) / coolDown) : 1;
        return base * Math.min(rising, falling);
    }

    @Override
    public boolean changesByStep() {
        return true;
    }
}
