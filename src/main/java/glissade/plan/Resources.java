package glissade.plan;

/**
 * What there is to train on. Speed depends on it, results do not.
 *
 * @param cores of all executors together
 * @param executorMemoryBytes of one executor
 * @param driverMemoryBytes of the driver, which is the executor too where all is one process
 * @param mostResultBytes that Spark lets the driver receive of one job
 */
public record Resources(int cores, long executorMemoryBytes, long driverMemoryBytes, long mostResultBytes) {
    /** Spark's own default. */
    public static final String MOST_RESULT = "1g";

    public Resources {
        if (cores < 1 || executorMemoryBytes < 1) {
            throw new IllegalArgumentException(
                    "expected at least one core and some memory, got " + cores + " and " + executorMemoryBytes);
        }
    }

    /** One process, and Spark's default for the rest. */
    public Resources(int cores, long memoryBytes) {
        this(cores, memoryBytes, memoryBytes, 1L << 30);
    }
}
