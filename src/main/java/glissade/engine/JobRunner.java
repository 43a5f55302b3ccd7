package glissade.engine;

import glissade.data.Shard;
import glissade.data.Split;
import glissade.model.LossSums;
import glissade.model.ParameterLayout;
import glissade.numeric.Denormals;
import glissade.numeric.Kernels;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** One Spark job for each step and each evaluation of a cohort. */
final class JobRunner implements StepRunner {
    /** Parameters up to this many floats travel in the closure, larger ones by a broadcast destroyed after the job. */
    private static final int CLOSURE_FLOATS = 1 << 18;

    private final JavaSparkContext spark;
    private final Cohort cohort;
    private final ParameterLayout layout;
    private final BatchOrder order;
    private final JavaRDD<Shard> shards;
    private final CohortUpdate update;
    private final int depth;

    JobRunner(JavaSparkContext spark, Cohort cohort, CohortState state, JavaRDD<Shard> shards, Kernels kernels) {
        this.spark = spark;
        this.cohort = cohort;
        this.layout = cohort.layout();
        this.order = cohort.order();
        this.shards = shards;
        this.update = new CohortUpdate(cohort, state, kernels);
        this.depth = TreeDepth.of(shards.getNumPartitions(), layout.size());
    }

    @Override
    public void step(CohortState state, long step, double[] rates, LossSums batch, LayerNorms norms) {
        int epoch = state.epochs();
        long rows = order.rows(step);
        ShardPartial root =
                sum(state.parameters(), (work, shard, parameters) -> work.partial(shard, epoch, step, parameters));
        batch.clear();
        batch.add(root.sums());
        if (norms != null) {
            norms.measure(state.parameters(), root.gradient(), rows);
        }
        update.begin(rates, rows);
        update.applyAll(state.parameters(), root.gradient());
    }

    @Override
    public void evaluate(float[] parameters, Split split, LossSums sums) {
        ShardPartial root = sum(parameters, (work, shard, w) -> work.evaluation(shard, split, w));
        sums.clear();
        sums.add(root.sums());
    }

    private ShardPartial sum(float[] all, PartialOfShard partial) {
        float[] parameters = Arrays.copyOf(all, layout.size());
        if (parameters.length <= CLOSURE_FLOATS) {
            return aggregate(new PartitionTask(cohort, parameters, null, partial));
        }
        Broadcast<float[]> broadcast = spark.broadcast(parameters);
        try {
            return aggregate(new PartitionTask(cohort, null, broadcast, partial));
        } finally {
            broadcast.destroy();
        }
    }

    private ShardPartial aggregate(PartitionTask task) {
        return shards.mapPartitions(task)
                .treeAggregate(new CanonicalSum(), CanonicalSum::add, CanonicalSum::merge, depth)
                .root();
    }

    /** What is summed over the shards. */
    @FunctionalInterface
    private interface PartialOfShard extends java.io.Serializable {
        ShardPartial of(ShardWork work, Shard shard, float[] parameters);
    }

    private static final class PartitionTask implements FlatMapFunction<Iterator<Shard>, ShardPartial> {
        private static final long serialVersionUID = 1;

        private final Cohort cohort;
        private final float[] parameters;
        private final Broadcast<float[]> broadcast;
        private final PartialOfShard partial;

        PartitionTask(Cohort cohort, float[] parameters, Broadcast<float[]> broadcast, PartialOfShard partial) {
            this.cohort = cohort;
            this.parameters = parameters;
            this.broadcast = broadcast;
            this.partial = partial;
        }

        @Override
        public Iterator<ShardPartial> call(Iterator<Shard> partition) {
            Denormals.check();
            ShardWork work = new ShardWork(cohort, Kernels.best());
            float[] w = parameters != null ? parameters : broadcast.value();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return partition.hasNext();
                }

                @Override
                public ShardPartial next() {
                    return partial.of(work, partition.next(), w);
                }
            };
        }
    }
}
