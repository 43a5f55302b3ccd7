package glissade.optim;

import java.util.List;

/** {@code base / (1 + decay * epoch)}, epochs from 0. */
public final class InverseTime implements Schedule {
    public static final InverseTime KIND = new InverseTime();
    public static final Setting DECAY = Setting.number("decay", 0.1, Range.POSITIVE, "how fast the rate falls");

    private InverseTime() {}

    @Override
    public String name() {
        return "inverse-time";
    }

    @Override
    public List<Setting> settings() {
        return List.of(DECAY);
    }

    @Override
    public String meaning() {
        return "base / (1 + decay * epoch)";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        return List.of("eta = eta_0 / (1 + decay epoch)");
    }

    @Override
    public double rate(double base, Recipe recipe, Clock clock) {
        return base / (1 + recipe.number(DECAY) * clock.epoch());
    }
}
