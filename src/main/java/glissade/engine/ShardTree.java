package glissade.engine;

import glissade.data.Shard;
import glissade.model.FullGradient;
import glissade.model.LossSums;
import java.util.ArrayList;
import java.util.List;

/**
 * The sum of a batch's gradient over all shards, where they are all at hand: the tree of {@link CanonicalSum}, walked depth
 * first, so that there is one gradient for each of its levels rather than for each shard. They are kept from step to step.
 */
final class ShardTree {
    private final List<Shard> shards;
    private final ShardWork work;
    private final int lanes;
    /** By depth: the sum of the node that is being walked there. */
    private final List<FullGradient> gradients = new ArrayList<>();

    private final List<LossSums> sums = new ArrayList<>();

    private int epoch;
    private long step;
    private float[] parameters;

    ShardTree(List<Shard> shards, ShardWork work, int lanes) {
        this.shards = shards;
        this.work = work;
        this.lanes = lanes;
    }

    /** Sums a batch. */
    void sum(int ofEpoch, long ofStep, float[] atParameters) {
        epoch = ofEpoch;
        step = ofStep;
        parameters = atParameters;
        node(1, 0, 0);
    }

    /** The gradient of the last batch, good until the next. */
    float[] gradient() {
        return gradients.get(0).gradient();
    }

    /** The losses of the last batch. */
    LossSums sums() {
        return sums.get(0);
    }

    /** Leaves the sum of the shards with index {@code remainder} modulo {@code modulus} at a depth. */
    private void node(int modulus, int remainder, int depth) {
        if (modulus == shards.size()) {
            leaf(shards.get(remainder), depth);
            return;
        }
        node(2 * modulus, remainder, depth);
        node(2 * modulus, remainder + modulus, depth + 1);
        join(depth, depth + 1);
    }

    private void leaf(Shard shard, int depth) {
        if (depth == gradients.size()) {
            gradients.add(new FullGradient(work.layout().size()));
            sums.add(new LossSums(lanes));
        }
        gradients.get(depth).clear();
        sums.get(depth).clear();
        work.wholeGradient(shard, epoch, step, parameters, sums.get(depth), gradients.get(depth));
    }

    /** A node without rows is absent: its sibling passes through. */
    private void join(int depth, int below) {
        if (sums.get(below).rows() == 0) {
            return;
        }
        if (sums.get(depth).rows() == 0) {
            gradients.set(depth, gradients.set(below, gradients.get(depth)));
            sums.set(depth, sums.set(below, sums.get(depth)));
            return;
        }
        FullGradient.add(gradients.get(depth).gradient(), gradients.get(below).gradient());
        sums.get(depth).add(sums.get(below));
    }
}
