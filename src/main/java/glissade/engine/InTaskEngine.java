package glissade.engine;

import glissade.data.ResidentData;
import glissade.data.Shard;
import glissade.data.ShardedData;
import glissade.numeric.Denormals;
import glissade.numeric.Kernels;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;

/**
 * Trains each cohort inside one Spark task at a time, leg by leg, against data that its executor has loaded once. Between
 * legs the cohort's state is on the driver, so the driver sees how far it is and a lost executor costs one leg.
 */
public final class InTaskEngine implements Engine {
    /** A leg ends with the first epoch after this time; where legs end changes no bit. */
    private static final long LEG_NANOS = 1_000_000_000L;

    private final JavaSparkContext spark;
    private final long legNanos;

    public InTaskEngine(JavaSparkContext spark) {
        this(spark, LEG_NANOS);
    }

    InTaskEngine(JavaSparkContext spark, long legNanos) {
        this.spark = spark;
        this.legNanos = legNanos;
    }

    @Override
    public List<LaneResult> train(CohortSpec spec, ShardedData data, EpochListener listener) {
        Cohort cohort = new Cohort(spec, data.summary(), data.shards());
        Function<CohortState, Leg> task = new LegTask(cohort, data, legNanos);
        CohortState state = new CohortState(cohort);
        while (true) {
            Leg leg = spark.parallelize(List.of(state), 1).map(task).collect().get(0);
            leg.epochs.forEach(points -> listener.epochDone(spec, points));
            listener.legDone(spec, leg.epochs.size());
            if (leg.results != null) {
                return leg.results;
            }
            state = leg.state;
        }
    }

    @Override
    public List<ScoredShard> score(Scoring scoring, ShardedData data) {
        List<Integer> numbers = IntStream.range(0, data.shards()).boxed().toList();
        return spark.parallelize(numbers, numbers.size())
                .map(number -> scoring.score(ResidentData.of(data).get(number)))
                .collect();
    }

    /** What a task sends back. */
    private static final class Leg implements Serializable {
        private static final long serialVersionUID = 1;

        private final CohortState state;
        private final ArrayList<List<CurvePoint>> epochs;
        private final ArrayList<LaneResult> results;

        Leg(CohortState state, List<List<CurvePoint>> epochs, List<LaneResult> results) {
            this.state = state;
            this.epochs = new ArrayList<>(epochs);
            this.results = results == null ? null : new ArrayList<>(results);
        }
    }

    private static final class LegTask implements Function<CohortState, Leg> {
        private static final long serialVersionUID = 1;

        private final Cohort cohort;
        private final ShardedData data;
        private final long nanos;

        LegTask(Cohort cohort, ShardedData data, long nanos) {
            this.cohort = cohort;
            this.data = data;
            this.nanos = nanos;
        }

        @Override
        public Leg call(CohortState state) {
            Denormals.check();
            List<Shard> shards = ResidentData.of(data);
            CohortLoop loop =
                    new CohortLoop(cohort, state, present -> new Stepper(present, state, shards, Kernels.best()));
            List<List<CurvePoint>> epochs = new ArrayList<>();
            long start = System.nanoTime();
            do {
                epochs.add(loop.epoch());
            } while (loop.goesOn() && System.nanoTime() - start < nanos);
            return loop.goesOn() ? new Leg(state, epochs, null) : new Leg(null, epochs, loop.results());
        }
    }
}
