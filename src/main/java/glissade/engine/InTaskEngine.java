package glissade.engine;

import glissade.data.ResidentData;
import glissade.data.ShardedData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Trains cohorts inside Spark tasks, leg by leg, against data that an executor has loaded once. A task takes one cohort, or
 * a pack of short ones. Between legs a cohort's state is on the driver, so the driver sees how far it is and a lost executor
 * costs one leg.
 */
public final class InTaskEngine implements Engine {
    /** A leg ends with the first epoch after this time; where legs end changes no bit. */
    private static final long LEG_NANOS = 1_000_000_000L;

    /** A job costs some ten milliseconds; shared by so many it is no longer felt, and their results are one small message. */
    private static final int LARGEST_PACK = 256;

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
            leg(open);
            open.removeIf(OpenCohort::isOver);
            // Whoever took longer than a leg lets those pass that have not begun.
            open.sort(Comparator.comparingInt(OpenCohort::legs));
        }
    }

    /** One leg of the first of these, and of as many more as there is time for. */
    private void leg(List<OpenCohort> open) throws InterruptedException {
        List<LegReport> reports;
        try {
            reports = job(open);
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
        for (int i = 0; i < reports.size(); i++) {
            open.get(i).advance(reports.get(i));
        }
    }

    /** May throw what Spark throws, checked exceptions too. */
    private List<LegReport> job(List<OpenCohort> open) {
        name(open);
        LegTask task = new LegTask(legNanos);
        ArrayList<CohortState> states = new ArrayList<>();
        for (OpenCohort cohort : open) {
            task.add(cohort.cohort(), cohort.assignment().data());
            states.add(cohort.state());
        }
        return spark.parallelize(List.of(states), 1).map(task::run).collect().get(0);
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
