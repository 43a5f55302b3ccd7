package glissade.app;

import glissade.data.ShardedData;
import glissade.engine.Assignment;
import glissade.engine.CohortSpec;
import glissade.engine.Engine;
import glissade.engine.EpochListener;
import glissade.engine.LaneResult;
import glissade.engine.ScoredShard;
import glissade.engine.Scoring;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

/** An engine whose calling threads each have a pool of Spark's FAIR scheduler, so that no cohort waits behind another. */
final class PooledEngine implements Engine {
    private final JavaSparkContext spark;
    private final Engine engine;

    PooledEngine(JavaSparkContext spark, Engine engine) {
        this.spark = spark;
        this.engine = engine;
    }

    @Override
    public List<LaneResult> train(CohortSpec cohort, ShardedData data, EpochListener listener)
            throws InterruptedException {
        enterPool();
        return engine.train(cohort, data, listener);
    }

    @Override
    public void trainAll(List<? extends Assignment> pack) throws InterruptedException {
        enterPool();
        engine.trainAll(pack);
    }

    @Override
    public int largestPack() {
        return engine.largestPack();
    }

    private void enterPool() {
        spark.setLocalProperty("spark.scheduler.pool", Thread.currentThread().getName());
    }

    @Override
    public List<ScoredShard> score(Scoring scoring, ShardedData data) {
        return engine.score(scoring, data);
    }
}
