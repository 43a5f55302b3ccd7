package glissade.optim;

/** Plain stochastic gradient descent: {@code w = w - rate * g}. */
public record Sgd() implements Optimizer {
    @Override
    public String type() {
        return "sgd";
    }
}
