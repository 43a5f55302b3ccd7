package glissade.engine;

import glissade.data.ShardedData;
import java.util.List;

/** Where a cohort is trained. Every engine gives the same bits. */
public interface Engine {
    /** Trains all lanes to their ends; may be called from several threads at once. */
    List<LaneResult> train(CohortSpec cohort, ShardedData data, EpochListener listener) throws InterruptedException;
}
