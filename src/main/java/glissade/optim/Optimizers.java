package glissade.optim;

import java.util.List;

/** The registry of optimizers. */
public final class Optimizers {
    public static final List<Optimizer> ALL =
            List.of(Sgd.KIND, Momentum.KIND, Nesterov.KIND, RmsProp.KIND, Adagrad.KIND, Adam.KIND, AdamW.KIND);

    private Optimizers() {}

    /** The optimizer with a name that exists. */
    public static Optimizer named(String name) {
        return ALL.stream()
                .filter(optimizer -> optimizer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no optimizer is called " + name));
    }
}
