package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.optim.BatchSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.junit.jupiter.api.Test;

/** What Spark's UI shows of a training: whose each job is, and how far it has come. */
class JobNamesTest {
    private static final MemoryData DATA = Trials.data(200, 40, 20, 0.4, 1);

    /** Each job's group and line, in order. */
    private static List<String> jobs(Engine engine, LocalSpark spark, CohortSpec cohort) throws Exception {
        List<String> jobs = Collections.synchronizedList(new ArrayList<>());
        SparkListener listener = new SparkListener() {
            @Override
            public void onJobStart(SparkListenerJobStart job) {
                jobs.add(job.properties().getProperty("spark.jobGroup.id") + " | "
                        + job.properties().getProperty("spark.job.description"));
            }
        };
        spark.context().sc().addSparkListener(listener);
        engine.train(cohort, DATA, (spec, points) -> {});
        spark.context().sc().listenerBus().waitUntilEmpty();
        spark.context().sc().removeSparkListener(listener);
        return jobs;
    }

    @Test
    void jobsAreGroupedAndNamedByCohort() throws Exception {
        CohortSpec cohort = Trials.cohort(Trials.softmax(), Trials.lanes(3, 2, BatchSize.of(100)));
        String group = "cohort " + cohort.number();
        String line = group + " | " + group + ": softmax, batch 100, 3 trials, ";
        try (LocalSpark spark = new LocalSpark(2)) {
            assertEquals(
                    List.of(line + "from epoch 1", line + "from epoch 2"),
                    jobs(new InTaskEngine(spark.context(), () -> 0), spark, cohort));
            List<String> steps = jobs(new SynchronousEngine(spark.context(), 2), spark, cohort);
            assertEquals(
                    List.of(
                            line + "epoch 1, step 1",
                            line + "epoch 1, step 2",
                            line + "evaluation after step 2",
                            line + "epoch 2, step 3",
                            line + "epoch 2, step 4",
                            line + "evaluation after step 4"),
                    steps.subList(0, 6));
            steps.subList(6, steps.size()).forEach(job -> assertTrue(job.startsWith(line + "evaluation"), job));
        }
    }

    @Test
    void allSplitsOfAllLanesAreEvaluatedByOneJob() throws Exception {
        CohortSpec plain = Trials.cohort(Trials.softmax(), Trials.lanes(3, 1, BatchSize.of(200)));
        Evaluation everything = new Evaluation(true, true, false, 1, StepRecord.NONE);
        CohortSpec cohort = new CohortSpec(
                plain.number(), plain.model(), plain.orderSeed(), plain.selection(), everything, plain.lanes());
        try (LocalSpark spark = new LocalSpark(2)) {
            List<String> jobs = jobs(new SynchronousEngine(spark.context(), 2), spark, cohort);
            long ofEpoch =
                    jobs.stream().filter(job -> job.contains("evaluation")).count();
            // One at the end of the epoch, and the test of the last and of the best parameters.
            assertEquals(3, ofEpoch, jobs.toString());
        }
    }
}
