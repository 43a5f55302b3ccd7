package glissade.plan;

import java.util.OptionalInt;

/**
 * S, the number of shards of the training rows. It decides in which order gradients are summed, so it follows from the
 * stored size of the training rows alone (their values, or their non-zeros when sparse), or is pinned.
 *
 * @param count a power of two
 * @param reason in words
 */
public record ShardCount(int count, String reason) {
    /** Up to this many values stay in one shard. */
    public static final long ONE_SHARD = 1L << 27;
    /** Beyond that, every shard has fewer values than this. */
    public static final long SHARD_LIMIT = 1L << 26;

    /** The rule; pinned wins. */
    public static ShardCount of(long storedValues, OptionalInt pinned) {
        if (pinned.isPresent()) {
            return new ShardCount(pinned.getAsInt(), "pinned by training.shards");
        }
        String size = Numbers.grouped(storedValues) + " stored values are ";
        if (storedValues <= ONE_SHARD) {
            return new ShardCount(1, size + "at most 2^27");
        }
        int count = 1;
        while (storedValues / count >= SHARD_LIMIT) {
            count = Math.multiplyExact(count, 2);
        }
        return new ShardCount(count, size + "above 2^27, and shards stay under 2^26");
    }
}
