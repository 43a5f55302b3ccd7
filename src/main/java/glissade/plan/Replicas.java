package glissade.plan;

import glissade.config.ReplicateOrder;
import glissade.config.Sweep;
import glissade.config.TypedHash;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The trials of one configuration. The first is the configuration's own trial, as it is without replicates; each further
 * one has starting values of its own and, where asked for, an order of rows of its own, both by a seed drawn from the
 * configuration's and its number.
 *
 * @param count of them
 * @param order in which they see the rows
 */
record Replicas(int count, ReplicateOrder order) {
    private static final String NUMBER = "sweep.replicate";
    private static final String ORDER = "sweep.replicate-order";
    private static final int STREAM = 0;

    static Replicas of(Sweep sweep) {
        return new Replicas(sweep.replicates(), sweep.replicateOrder());
    }

    /** All of them, with a new hash over what the first one is for each of the others. */
    List<Trial> of(Trial first, Supplier<TypedHash> identity) {
        List<Trial> trials = new ArrayList<>(List.of(first));
        for (int number = 1; number < count; number++) {
            long seed = Randomness.bits(first.seed(), Purpose.REPLICATE, STREAM, number);
            TypedHash hash = identity.get().text(NUMBER).whole(number);
            if (order == ReplicateOrder.OWN) {
                hash.text(ORDER).text(order.name());
            }
            long orderSeed = order == ReplicateOrder.OWN ? seed : first.orderSeed();
            trials.add(first.replicate(number, hash.hex(Trial.ID_DIGITS), seed, orderSeed));
        }
        return trials;
    }
}
