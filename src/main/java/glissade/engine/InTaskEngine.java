package glissade.engine;

import glissade.data.ResidentData;
import glissade.data.ShardedData;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.BlockManagerId;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Trains cohorts inside Spark tasks, leg by leg, against data that an executor has loaded once. A task takes one cohort, or
 * a pack of short ones. Between legs a cohort's state stays with the executor that trained it, which also keeps it in a safe
 * place now and then: a lost executor costs what was done since. Where executors reach no such place, the state is on the
 * driver between legs, and a lost executor costs one leg.
 */
public final class InTaskEngine implements Engine {
    /** A leg ends with the first epoch after this time; where legs end changes no bit. */
    private static final long LEG_NANOS = 1_000_000_000L;

    /** A driver starts some hundred legs a second: with more cores than that they are longer, so that none waits for it. */
    private static final long LEG_NANOS_PER_CORE = 10_000_000L;

    /** A job costs some ten milliseconds; shared by so many it is no longer felt, and their results are one small message. */
    private static final int LARGEST_PACK = 256;

    private final JavaSparkContext spark;
    private final LongSupplier legNanos;

    /** Its legs are as long as suits the cores that there are at the time. */
    public InTaskEngine(JavaSparkContext spark) {
        this(spark, () -> legNanos(spark.defaultParallelism()));
    }

    InTaskEngine(JavaSparkContext spark, LongSupplier legNanos) {
        this.spark = spark;
        this.legNanos = legNanos;
    }

    static long legNanos(int cores) {
        return Math.max(LEG_NANOS, cores * LEG_NANOS_PER_CORE);
    }

    @Override
    public int largestPack() {
        return LARGEST_PACK;
    }

    @Override
    public List<LaneResult> train(CohortSpec spec, ShardedData data, EpochListener listener)
            throws InterruptedException {
        SingleAssignment single = new SingleAssignment(spec, data, listener);
        trainAll(List.of(single));
        return single.results();
    }

    @Override
    public void trainAll(List<? extends Assignment> pack) throws InterruptedException {
        List<OpenCohort> open = new ArrayList<>();
        pack.forEach(assignment -> open.add(new OpenCohort(assignment)));
        while (!open.isEmpty()) {
            if (open.get(0).assignment().isStopping()) {
                pause(open);
                return;
            }
            leg(open);
            open.removeIf(OpenCohort::isOver);
            // Whoever took longer than a leg lets those pass that have not begun.
            open.sort(Comparator.comparingInt(OpenCohort::legs));
        }
    }

    /** One leg of the first of these, and of as many more as there is time for. */
    private void leg(List<OpenCohort> open) throws InterruptedException {
        Placed<List<LegReport>> leg;
        try {
            leg = job(open, LegTask::run);
        } catch (Exception e) {
            if (e instanceof InterruptedException interruption) {
                throw interruption;
            }
            if (open.size() == 1) {
                open.get(0).fail(e);
                return;
            }
            // Whose fault it was shows when each has a job to itself.
            for (OpenCohort cohort : open) {
                leg(List.of(cohort));
            }
            return;
        }
        for (int i = 0; i < leg.result().size(); i++) {
            open.get(i).advance(leg.result().get(i), leg.place());
        }
    }

    /** Leaves cohorts as they are, once their states are in a safe place. */
    private void pause(List<OpenCohort> open) throws InterruptedException {
        Map<String, List<OpenCohort>> resident = new TreeMap<>();
        for (OpenCohort cohort : open) {
            cohort.save();
            if (cohort.place() != null && cohort.assignment().saving().isByExecutors()) {
                resident.computeIfAbsent(cohort.place(), place -> new ArrayList<>())
                        .add(cohort);
            }
        }
        for (List<OpenCohort> together : resident.values()) {
            Assignment first = together.get(0).assignment();
            try {
                job(together, (task, states) -> task.save()).result().forEach(first::notSaved);
            } catch (Exception e) {
                if (e instanceof InterruptedException interruption) {
                    throw interruption;
                }
                first.notSaved("a checkpoint was not written: " + e.getMessage());
            }
        }
        open.forEach(cohort -> cohort.assignment().paused());
    }

    /** What a task does for its cohorts, given the states that came from the driver. */
    private interface Work<T> extends Serializable {
        T of(LegTask task, List<CohortState> states);
    }

    /** What a task has to say, and in which executor it said it. */
    private record Placed<T>(T result, String place) implements Serializable {}

    /** May throw what Spark throws, checked exceptions too. */
    private <T> Placed<T> job(List<OpenCohort> open, Work<T> work) {
        name(open);
        LegTask task = new LegTask(legNanos.getAsLong());
        List<CohortState> states = new ArrayList<>();
        for (OpenCohort cohort : open) {
            task.add(cohort);
            states.add(cohort.state());
        }
        return near(open.get(0).place(), states)
                .map(travelled -> new Placed<>(work.of(task, travelled), place()))
                .collect()
                .get(0);
    }

    /** In one partition that is best worked on where the cohort was before. */
    private JavaRDD<List<CohortState>> near(String place, List<CohortState> states) {
        if (place == null || spark.isLocal()) {
            return spark.parallelize(List.of(states), 1);
        }
        Tuple2<List<CohortState>, Seq<String>> placed = new Tuple2<>(
                states, CollectionConverters.asScala(List.of(place)).toSeq());
        ClassTag<List<CohortState>> type = ClassTag$.MODULE$.apply(List.class);
        return JavaRDD.fromRDD(
                spark.sc().makeRDD(CollectionConverters.asScala(List.of(placed)).toSeq(), type), type);
    }

    /** This executor, as Spark's scheduler calls it. */
    private static String place() {
        BlockManagerId id = SparkEnv.get().blockManager().blockManagerId();
        return "executor_" + id.host() + "_" + id.executorId();
    }

    private void name(List<OpenCohort> open) {
        OpenCohort first = open.get(0);
        String others = open.size() == 1 ? "" : " and " + (open.size() - 1) + " more";
        spark.setJobGroup(
                JobName.group(first.cohort()) + others,
                JobName.of(first.cohort()) + ", from epoch " + (first.epochs() + 1) + others);
    }

    @Override
    public List<ScoredShard> score(Scoring scoring, ShardedData data) {
        List<Integer> numbers = IntStream.range(0, data.shards()).boxed().toList();
        return spark.parallelize(numbers, numbers.size())
                .map(number -> scoring.score(ResidentData.of(data).get(number)))
                .collect();
    }
}
