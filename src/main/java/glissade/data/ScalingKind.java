package glissade.data;

import java.util.Locale;

/** The values of {@code data.scaling}: what becomes of a feature x. */
public enum ScalingKind {
    /** x. */
    NONE,
    /** (x - mean) / sd, over the training rows; sd^2 is the mean squared deviation. */
    STANDARDIZE,
    /** (x - min) / (max - min), over the training rows. */
    MIN_MAX,
    /** x / max |x|, over the training rows: zeros stay zeros. */
    MAX_ABS,
    /** x / data.scale. */
    CONSTANT;

    /** As written in a config. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether zeros stay zeros, so that sparse rows stay as sparse as they are. */
    boolean keepsZeros() {
        return this != STANDARDIZE && this != MIN_MAX;
    }

    /** Whether its constants are found in the training rows. */
    boolean isFitted() {
        return this != NONE && this != CONSTANT;
    }
}
