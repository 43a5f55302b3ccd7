package glissade.engine;

import glissade.data.Split;
import java.io.Serializable;
import java.util.EnumMap;

/** The canonical sums of several splits, made in one pass over the shards. */
final class SplitSums implements Serializable {
    private static final long serialVersionUID = 1;

    private final EnumMap<Split, CanonicalSum> sums = new EnumMap<>(Split.class);

    SplitSums add(Split split, ShardPartial partial) {
        sums.computeIfAbsent(split, any -> new CanonicalSum()).add(partial);
        return this;
    }

    /** Adds all of another one, which is used up. */
    SplitSums merge(SplitSums other) {
        other.sums.forEach((split, sum) -> sums.merge(split, sum, CanonicalSum::merge));
        return this;
    }

    /** The sum of all shards. */
    ShardPartial root(Split split) {
        return sums.get(split).root();
    }
}
