package glissade.engine;

import glissade.data.ShardedData;
import java.util.List;

/** A cohort that an engine is to train: what it learns from, who hears of its epochs, and who takes what becomes of it. */
public interface Assignment extends EpochListener {
    CohortSpec cohort();

    ShardedData data();

    /** How its state is kept while it trains. */
    default Saving saving() {
        return Saving.NONE;
    }

    /** Whether it is to be left as it is, to be trained on another day. */
    default boolean isStopping() {
        return false;
    }

    /** It has taken so long to come so far, in this process and those before it; told before it ends, and now and then. */
    default void spent(long nanos) {}

    /** It was left, and its state was kept if there is a place for it. */
    default void paused() {}

    /** A state could not be kept, or not be used; the training goes on. */
    default void notSaved(String reason) {}

    /** All its lanes have come to their ends. */
    void ended(List<LaneResult> results);

    /** It could not be trained, or whoever listens wants no more of it; not called for an interruption. */
    void failed(Exception failure);
}
