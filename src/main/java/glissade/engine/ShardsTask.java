package glissade.engine;

import glissade.data.Shard;
import glissade.numeric.Denormals;
import glissade.numeric.Kernels;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** Work on the shards of a partition. */
final class ShardsTask<T> implements FlatMapFunction<Iterator<Shard>, T> {
    private static final long serialVersionUID = 1;

    private final Cohort cohort;
    private final float[] parameters;
    private final Broadcast<float[]> broadcast;
    private final WorkOnShard<T> work;

    /** With parameters that come along, or else with those of the broadcast. */
    ShardsTask(Cohort cohort, float[] parameters, Broadcast<float[]> broadcast, WorkOnShard<T> work) {
        this.cohort = cohort;
        this.parameters = parameters;
        this.broadcast = broadcast;
        this.work = work;
    }

    @Override
    public Iterator<T> call(Iterator<Shard> partition) {
        Denormals.check();
        ShardWork at = new ShardWork(cohort, Kernels.best());
        float[] w = parameters != null ? parameters : broadcast.value();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return partition.hasNext();
            }

            @Override
            public T next() {
                return work.of(at, partition.next(), w);
            }
        };
    }
}
