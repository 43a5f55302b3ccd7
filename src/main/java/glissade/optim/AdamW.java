package glissade.optim;

import java.util.ArrayList;
import java.util.List;

/**
 * AdamW (Loshchilov and Hutter, 2019): Adam with decay of the weights (never of biases) apart from the gradient, {@code w =
 * fma(-(rate * decay), w, w)} before the step.
 */
public final class AdamW implements Optimizer {
    public static final AdamW KIND = new AdamW();
    public static final Setting DECAY =
            Setting.number("decay", 0.01, Range.NOT_NEGATIVE, "share of each weight lost a step, times the rate");

    private AdamW() {}

    @Override
    public String name() {
        return "adamw";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Adam.BETA1, Adam.BETA2, Adam.EPSILON, DECAY);
    }

    @Override
    public String meaning() {
        return "Adam with decoupled weight decay";
    }

    @Override
    public List<String> formulas(Recipe recipe) {
        List<String> formulas = new ArrayList<>(List.of("w <- w - eta decay w [for weights, not for biases]"));
        formulas.addAll(Adam.FORMULAS);
        return formulas;
    }

    @Override
    public int moments() {
        return 2;
    }

    @Override
    public int products() {
        return 2;
    }

    @Override
    public Rule rule(Lanes lanes) {
        Adam.Direction adam = new Adam.Direction(lanes);
        LaneConstants decay = lanes.blank();
        return new Rule() {
            @Override
            public void begin(OptimizerState state) {
                adam.begin(state);
                for (int lane = 0; lane < lanes.count(); lane++) {
                    decay.set(lane, (float) (lanes.rate(lane) * lanes.number(lane, DECAY)));
                }
            }

            @Override
            public void apply(Slice slice) {
                slice.decay(decay);
                adam.apply(slice);
            }
        };
    }
}
