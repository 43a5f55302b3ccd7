package glissade.optim;

import java.util.List;

/** Adagrad (Duchi, Hazan and Singer, 2011): {@code s = s + g^2; w = w - rate g / (sqrt(s) + epsilon)}. */
public final class Adagrad implements Optimizer {
    public static final Adagrad KIND = new Adagrad();
    public static final Setting EPSILON =
            Setting.number("epsilon", 1e-8, Range.POSITIVE, "added to the root, against division by zero");

    private Adagrad() {}

    @Override
    public String name() {
        return "adagrad";
    }

    @Override
    public List<Setting> settings() {
        return List.of(EPSILON);
    }

    @Override
    public String meaning() {
        return "a rate for each weight that falls with its past gradients";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        return List.of("s <- s + g^2", "w <- w - eta g / (sqrt(s) + epsilon)");
    }

    @Override
    public int moments() {
        return 1;
    }

    @Override
    public boolean skipsZeros() {
        return true;
    }

    @Override
    public Rule rule(Lanes lanes) {
        LaneConstants epsilon = lanes.numbers(EPSILON);
        LaneConstants one = lanes.all(1f);
        return slice -> {
            slice.accumulateSquares(0, one, one);
            slice.descendByRoot(lanes.rates(), one, 0, one, epsilon);
        };
    }
}
