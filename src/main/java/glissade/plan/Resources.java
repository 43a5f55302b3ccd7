package glissade.plan;

/**
 * What there is to train on. Speed depends on it, results do not.
 *
 * @param cores of all executors together
 * @param executorMemoryBytes of one executor
 * @param driverMemoryBytes of the driver, which is the executor too where all is one process
 * @param storageBytes of cached shards that all executors together hold; more are read from disk again and again
 * @param limits of what driver and tasks send each other
 */
public record Resources(
        int cores, long executorMemoryBytes, long driverMemoryBytes, long storageBytes, MessageLimits limits) {
    public Resources {
        if (cores < 1 || executorMemoryBytes < 1 || driverMemoryBytes < 1) {
            throw new IllegalArgumentException("expected at least one core and some memory, got " + cores + ", "
                    + executorMemoryBytes + " and " + driverMemoryBytes);
        }
    }

    /** One process, with Spark's default for what it caches. */
    public Resources(int cores, long memoryBytes) {
        this(cores, memoryBytes, memoryBytes, (long) (0.6 * memoryBytes), MessageLimits.ONE_PROCESS);
    }

    /** A power of two, so that a partition holds whole subtrees of the canonical sum; enough for every core, if S allows. */
    public int partitions(int shards) {
        int partitions = 1;
        while (partitions < Math.min(shards, cores)) {
            partitions *= 2;
        }
        return partitions;
    }
}
