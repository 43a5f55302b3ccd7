package glissade.engine;

import glissade.data.Split;
import java.io.Serializable;

/**
 * The number by which epochs and trials are compared.
 *
 * @param split where it is measured
 * @param measure loss (smaller is better) or accuracy (larger is better)
 * @param best whether a trial is represented by its best epoch, rather than by its last
 */
public record Selection(Split split, Measure measure, boolean best) implements Serializable {
    /** What is measured. */
    public enum Measure {
        LOSS,
        ACCURACY
    }
}
