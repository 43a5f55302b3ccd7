package glissade.optim;

import java.util.List;

/** {@code least + (base - least) * (1 + cos(pi t)) / 2} for t from 0 to 1 over all steps (Loshchilov and Hutter, 2017), after an
 * optional straight rise. */
public final class Cosine implements Schedule {
    public static final Cosine KIND = new Cosine();
    public static final Setting LEAST =
            Setting.number("least", 0, Range.SHARE, "the rate at the end, as a share of the base");
    public static final Setting WARM_UP = Setting.number("warm-up", 0, Range.NOT_NEGATIVE, "epochs of rising before");

    private Cosine() {}

    @Override
    public String name() {
        return "cosine";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LEAST, WARM_UP);
    }

    @Override
    public String meaning() {
        return "half a cosine wave from the base rate down, step by step";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        boolean rises = recipe.number(WARM_UP) > 0;
        String wave = "eta_0 (least + (1 - least) (1 + cos(pi tau)) / 2)";
        return rises
                ? List.of(
                        "tau = (begun - warm-up) / (epochs - warm-up)",
                        "eta = cases(eta_0 min(1, done / warm-up), begun < warm-up, " + wave + ", [then])")
                : List.of("tau = begun / epochs", "eta = " + wave);
    }

    @Override
    public double rate(double base, Recipe recipe, Clock clock) {
        double warmUp = recipe.number(WARM_UP);
        if (clock.begun() < warmUp) {
            return base * Math.min(1, clock.progress() / warmUp);
        }
        double t = (clock.begun() - warmUp) / Math.max(1e-9, clock.epochs() - warmUp);
        double least = recipe.number(LEAST);
        return base * (least + (1 - least) * (1 + StrictMath.cos(StrictMath.PI * t)) / 2);
    }

    @Override
    public boolean changesByStep() {
        return true;
    }
}
