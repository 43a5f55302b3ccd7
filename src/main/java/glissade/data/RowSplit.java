package glissade.data;

import java.io.Serializable;

/**
 * Deals a source's training rows to the splits of the data set. A pure function of a row's place and target, so that any
 * process finds the same.
 */
interface RowSplit extends Serializable {
    /** The split of a row; its target is looked at only where {@link #needsTargets}. */
    Split of(long row, float target);

    boolean needsTargets();
}
