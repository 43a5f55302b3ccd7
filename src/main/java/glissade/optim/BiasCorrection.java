package glissade.optim;

/**
 * An average {@code v = beta v + (1 - beta) x} that starts at 0 is too small by the factor {@code 1 - beta^t} after t
 * steps (Kingma and Ba, 2015). beta^t is a running product in double, kept in the optimizer's state.
 */
final class BiasCorrection {
    private BiasCorrection() {}

    /** Moves product i on by a step and sets each lane's {@code 1 / (1 - beta^t)}. */
    static void advance(OptimizerState state, int product, Lanes lanes, Setting beta, LaneConstants correction) {
        for (int lane = 0; lane < lanes.count(); lane++) {
            double power = state.multiply(product, lane, lanes.number(lane, beta));
            correction.set(lane, (float) (1 / (1 - power)));
        }
    }
}
