package glissade.plan;

/**
 * What there is to train on. Speed depends on it, results do not.
 *
 * @param cores of all executors together
 * @param executorMemoryBytes of one executor
 */
public record Resources(int cores, long executorMemoryBytes) {
    public Resources {
        if (cores < 1 || executorMemoryBytes < 1) {
            throw new IllegalArgumentException(
                    "expected at least one core and some memory, got " + cores + " and " + executorMemoryBytes);
        }
    }
}
