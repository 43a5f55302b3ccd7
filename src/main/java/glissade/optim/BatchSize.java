package glissade.optim;

import java.io.Serializable;

/**
 * Rows a step: a number, all of them, or chosen from the training rows.
 *
 * @param kind how the number is found
 * @param count the number, for {@code FIXED}; otherwise 0
 */
public record BatchSize(Kind kind, int count) implements Serializable {
    /** The largest training set that {@code auto} takes whole. */
    public static final int AUTO_WHOLE = 2_000;
    /** What {@code auto} takes beyond that. */
    public static final int AUTO_COUNT = 256;

    public static final BatchSize AUTO = new BatchSize(Kind.AUTO, 0);
    public static final BatchSize ALL = new BatchSize(Kind.ALL, 0);

    /** How the number is found. */
    public enum Kind {
        FIXED,
        ALL,
        AUTO
    }

    public BatchSize {
        if (kind == Kind.FIXED && count < 1) {
            throw new IllegalArgumentException("training.batch-size must be at least 1, got " + count);
        }
    }

    public static BatchSize of(int count) {
        return new BatchSize(Kind.FIXED, count);
    }

    /** The rows of a full batch, never more than there are. */
    public long rows(long trainingRows) {
        return switch (kind) {
            case FIXED -> Math.min(count, trainingRows);
            case ALL -> trainingRows;
            case AUTO -> trainingRows <= AUTO_WHOLE ? trainingRows : AUTO_COUNT;
        };
    }
}
