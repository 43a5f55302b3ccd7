package glissade.engine;

import glissade.data.ShardedData;
import java.util.List;

/** A cohort that an engine is to train: what it learns from, who hears of its epochs, and who takes what becomes of it. */
public interface Assignment extends EpochListener {
    CohortSpec cohort();

    ShardedData data();

    /** All its lanes have come to their ends. */
    void ended(List<LaneResult> results);

    /** It could not be trained, or whoever listens wants no more of it; not called for an interruption. */
    void failed(Exception failure);
}
