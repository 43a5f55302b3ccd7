package glissade.optim;

import java.util.List;

/**
 * Nesterov's momentum in the form of Sutskever et al. (2013), at the look-ahead point: {@code v = mu v + g; w = w - rate (g
 * + mu v)}.
 */
public final class Nesterov implements Optimizer {
    public static final Nesterov KIND = new Nesterov();
    public static final Setting MU = Setting.number("mu", 0.9, Range.FRACTION, "how much of the velocity is kept");

    private Nesterov() {}

    @Override
    public String name() {
        return "nesterov";
    }

    @Override
    public List<Setting> settings() {
        return List.of(MU);
    }

    @Override
    public String meaning() {
        return "momentum that looks one step ahead";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        return List.of("v <- mu v + g", "w <- w - eta (g + mu v)");
    }

    @Override
    public int moments() {
        return 1;
    }

    @Override
    public Rule rule(Lanes lanes) {
        LaneConstants mu = lanes.numbers(MU);
        LaneConstants one = lanes.all(1f);
        return slice -> {
            slice.accumulate(0, mu, one);
            slice.addMoment(mu, 0);
            slice.descend(lanes.rates());
        };
    }
}
