package glissade.optim;

import java.util.List;

/** Plain stochastic gradient descent: {@code w = w - rate * g} (Robbins and Monro, 1951). */
public final class Sgd implements Optimizer {
    public static final Sgd KIND = new Sgd();

    private Sgd() {}

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public String meaning() {
        return "plain gradient descent";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        return List.of("w <- w - eta g");
    }

    @Override
    public int moments() {
        return 0;
    }

    @Override
    public boolean skipsZeros() {
        return true;
    }

    @Override
    public Rule rule(Lanes lanes) {
        return slice -> slice.descend(lanes.rates());
    }
}
