package glissade.optim;

import java.util.List;

/** The base rate throughout. */
public final class Constant implements Schedule {
    public static final Constant KIND = new Constant();

    private Constant() {}

    @Override
    public String name() {
        return "constant";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public String meaning() {
        return "the same rate throughout";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        return List.of("eta = eta_0");
    }

    @Override
    public double rate(double base, Recipe recipe, Clock clock) {
        return base;
    }
}
