package glissade.engine;

import glissade.data.Shard;
import glissade.data.Split;
import glissade.model.LossSums;
import glissade.model.ParameterLayout;
import glissade.numeric.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
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
    private final String name;
    private long steps;

    JobRunner(JavaSparkContext spark, Cohort cohort, CohortState state, JavaRDD<Shard> shards, Kernels kernels) {
        this.spark = spark;
        this.cohort = cohort;
        this.layout = cohort.layout();
        this.order = cohort.order();
        this.shards = shards;
        this.update = new CohortUpdate(cohort, state, kernels);
        this.depth = TreeDepth.of(shards.getNumPartitions(), layout.size());
        this.name = JobName.of(cohort);
        this.steps = state.steps();
        spark.setJobGroup(JobName.group(cohort), name);
    }

    @Override
    public void step(CohortState state, long step, double[] rates, LossSums batch, LayerNorms norms) {
        int epoch = state.epochs();
        long rows = order.rows(step);
        steps = state.steps() + 1;
        spark.setJobDescription(name + ", epoch " + (epoch + 1) + ", step " + steps);
        WorkOnShard<ShardPartial> gradient = (work, shard, w) -> work.partial(shard, epoch, step, w);
        ShardPartial root = overShards(
                        state.parameters(),
                        gradient,
                        each -> each.treeAggregate(new CanonicalSum(), CanonicalSum::add, CanonicalSum::merge, depth))
                .root();
        batch.clear();
        batch.add(root.sums());
        if (norms != null) {
            norms.measure(state.parameters(), root.gradient(), rows);
        }
        update.begin(rates, rows);
        update.applyAll(state.parameters(), root.gradient());
    }

    @Override
    public void evaluate(float[] parameters, Map<Split, LossSums> sums) {
        spark.setJobDescription(name + ", evaluation after step " + steps);
        List<Split> splits = List.copyOf(sums.keySet());
        // Sums are a few numbers a lane, whatever the number of parameters.
        WorkOnShard<SplitSums> evaluation = (work, shard, w) -> {
            SplitSums each = new SplitSums();
            splits.forEach(split -> each.add(split, work.evaluation(shard, split, w)));
            return each;
        };
        SplitSums all = overShards(
                parameters,
                evaluation,
                each -> each.treeAggregate(new SplitSums(), SplitSums::merge, SplitSums::merge, 1));
        sums.forEach((split, whole) -> {
            whole.clear();
            whole.add(all.root(split).sums());
        });
    }

    /** What the aggregation makes of the work on all shards, to which the parameters have yet to travel. */
    private <T, U> U overShards(float[] all, WorkOnShard<T> work, Function<JavaRDD<T>, U> aggregation) {
        float[] parameters = Arrays.copyOf(all, layout.size());
        if (parameters.length <= CLOSURE_FLOATS) {
            return aggregation.apply(shards.mapPartitions(new ShardsTask<>(cohort, parameters, null, work)));
        }
        Broadcast<float[]> broadcast = spark.broadcast(parameters);
        try {
            return aggregation.apply(shards.mapPartitions(new ShardsTask<>(cohort, null, broadcast, work)));
        } finally {
            broadcast.destroy();
        }
    }
}
