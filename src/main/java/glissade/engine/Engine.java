package glissade.engine;

import glissade.data.ShardedData;
import java.util.List;
import java.util.stream.IntStream;

/** Where a cohort is trained. Every engine gives the same bits. */
public interface Engine {
    /** Trains all lanes to their ends; may be called from several threads at once. */
    List<LaneResult> train(CohortSpec cohort, ShardedData data, EpochListener listener) throws InterruptedException;

    /** Trains several cohorts, of which none suffers from the failure of another. */
    default void trainAll(List<? extends Assignment> pack) throws InterruptedException {
        for (Assignment each : pack) {
            try {
                train(each);
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                each.failed(e);
            }
        }
    }

    /** Trains one, from where it was when its state was last kept. */
    default void train(Assignment one) throws InterruptedException {
        one.ended(train(one.cohort(), one.data(), one));
    }

    /** How many short cohorts may come as one pack because that is faster than one by one. */
    default int largestPack() {
        return 1;
    }

    /** Scores every shard of the data where that lies, in order. */
    default List<ScoredShard> score(Scoring scoring, ShardedData data) {
        return IntStream.range(0, data.shards())
                .mapToObj(shard -> scoring.score(data.load(shard)))
                .toList();
    }
}
