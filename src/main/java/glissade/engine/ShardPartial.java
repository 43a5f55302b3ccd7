package glissade.engine;

import glissade.model.FullGradient;
import glissade.model.LossSums;
import java.io.Serializable;

/**
 * What a class of shards adds to a batch or an evaluation: those with index r modulo m. A partial without rows is absent
 * from the sum. The gradient is null in an evaluation and where there are no rows.
 */
final class ShardPartial implements Serializable {
    private static final long serialVersionUID = 1;

    private final int modulus;
    private final int remainder;
    private final float[] gradient;
    private final LossSums sums;

    ShardPartial(int modulus, int remainder, float[] gradient, LossSums sums) {
        this.modulus = modulus;
        this.remainder = remainder;
        this.gradient = gradient;
        this.sums = sums;
    }

    int modulus() {
        return modulus;
    }

    int remainder() {
        return remainder;
    }

    boolean isAbsent() {
        return sums == null || sums.rows() == 0;
    }

    float[] gradient() {
        return gradient;
    }

    LossSums sums() {
        return sums;
    }

    /** The parent of this node and its sibling; {@code this} has the smaller remainder. Uses up both. */
    ShardPartial plus(ShardPartial sibling) {
        ShardPartial sum = sibling.isAbsent() ? this : isAbsent() ? sibling : added(sibling);
        return new ShardPartial(modulus / 2, remainder, sum.gradient, sum.sums);
    }

    private ShardPartial added(ShardPartial sibling) {
        sums.add(sibling.sums);
        if (gradient != null) {
            FullGradient.add(gradient, sibling.gradient);
        }
        return this;
    }
}
