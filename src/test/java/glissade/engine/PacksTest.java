package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.DataSummary;
import glissade.data.MemoryData;
import glissade.data.Shard;
import glissade.data.ShardedData;
import glissade.model.Activation;
import glissade.numeric.Kernels;
import glissade.optim.BatchSize;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cohorts that share a task end with the bits they would have had alone, and none waits for another or fails with it. */
class PacksTest {
    private static final MemoryData DATA = Trials.data(203, 37, 21, 0.4, 1);
    private static LocalSpark spark;

    @BeforeAll
    static void start() {
        spark = new LocalSpark(2);
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    /** Notes who ended, in order, in a list shared by a pack. */
    private static final class Noted implements Assignment {
        private final CohortSpec cohort;
        private final ShardedData data;
        private final List<CohortSpec> order;
        private final List<List<CurvePoint>> epochs = new ArrayList<>();
        private List<LaneResult> results;
        private Exception failure;

        Noted(CohortSpec cohort, ShardedData data, List<CohortSpec> order) {
            this.cohort = cohort;
            this.data = data;
            this.order = order;
        }

        @Override
        public CohortSpec cohort() {
            return cohort;
        }

        @Override
        public ShardedData data() {
            return data;
        }

        @Override
        public void epochDone(CohortSpec spec, List<CurvePoint> points) {
            epochs.add(points);
        }

        @Override
        public void ended(List<LaneResult> all) {
            results = all;
            order.add(cohort);
        }

        @Override
        public void failed(Exception why) {
            failure = why;
        }
    }

    /** Data that no executor can load. */
    private record Unreadable(MemoryData like) implements ShardedData {
        @Override
        public DataSummary summary() {
            return like.summary();
        }

        @Override
        public int shards() {
            return 1;
        }

        @Override
        public Shard load(int s) {
            throw new IllegalStateException("the file is gone");
        }

        @Override
        public String key() {
            return "unreadable";
        }
    }

    private static List<CohortSpec> cohorts(int epochsOfFirst) {
        return List.of(
                Trials.cohort(Trials.softmax(), Trials.lanes(3, epochsOfFirst, BatchSize.of(10))),
                Trials.cohort(Trials.mlp(Activation.TANH, 5), Trials.lanes(1, 2, BatchSize.of(80))),
                Trials.cohort(Trials.softmax(), Trials.lanes(2, 1, BatchSize.of(50))));
    }

    private static void assertAsAlone(Noted noted) throws InterruptedException {
        List<List<CurvePoint>> epochs = new ArrayList<>();
        List<LaneResult> expected =
                new MemoryEngine(Kernels.best()).train(noted.cohort, DATA, (spec, points) -> epochs.add(points));
        Bits.assertSame(expected, noted.results, "in a pack");
        assertEquals(epochs, noted.epochs);
    }

    private static List<Noted> pack(List<CohortSpec> cohorts, List<CohortSpec> order) {
        return cohorts.stream().map(cohort -> new Noted(cohort, DATA, order)).toList();
    }

    @Test
    void aPackGivesTheBitsOfCohortsAlone() throws Exception {
        for (long legNanos : new long[] {0, 2_000_000, Long.MAX_VALUE}) {
            List<Noted> pack = pack(cohorts(5), new ArrayList<>());
            new InTaskEngine(spark.context(), () -> legNanos).trainAll(pack);
            for (Noted each : pack) {
                assertAsAlone(each);
            }
        }
    }

    @Test
    void aPackIsOneJob() throws Exception {
        AtomicInteger jobs = new AtomicInteger();
        SparkListener counter = new SparkListener() {
            @Override
            public void onJobStart(SparkListenerJobStart job) {
                jobs.incrementAndGet();
            }
        };
        spark.context().sc().addSparkListener(counter);
        new InTaskEngine(spark.context(), () -> Long.MAX_VALUE).trainAll(pack(cohorts(2), new ArrayList<>()));
        spark.context().sc().listenerBus().waitUntilEmpty();
        spark.context().sc().removeSparkListener(counter);
        assertEquals(1, jobs.get());
    }

    /** With legs of no length each is one epoch of one cohort. */
    @Test
    void whoTakesLongLetsTheOthersPass() throws Exception {
        List<CohortSpec> cohorts = cohorts(9);
        List<CohortSpec> order = new ArrayList<>();
        new InTaskEngine(spark.context(), () -> 0).trainAll(pack(cohorts, order));
        assertEquals(List.of(cohorts.get(2), cohorts.get(1), cohorts.get(0)), order);
    }

    /** A thousand cores whose legs took a second would have a driver start a thousand jobs a second. */
    @Test
    void noDriverStartsMoreThanAHundredLegsASecond() {
        for (int cores : new int[] {1, 2, 64, 128, 1_000, 100_000}) {
            double seconds = InTaskEngine.legNanos(cores) / 1e9;
            assertTrue(seconds >= 1 && cores / seconds <= 100, cores + " cores, legs of " + seconds + " s");
        }
        assertEquals(1_000_000_000L, InTaskEngine.legNanos(100));
    }

    @Test
    void aCohortThatCannotBeTrainedFailsAlone() throws Exception {
        List<Noted> pack = new ArrayList<>(pack(cohorts(3), new ArrayList<>()));
        Noted broken = new Noted(pack.get(1).cohort, new Unreadable(DATA), new ArrayList<>());
        pack.set(1, broken);
        new InTaskEngine(spark.context()).trainAll(pack);
        assertTrue(broken.failure.getMessage().contains("the file is gone"), broken.failure.getMessage());
        assertEquals(List.of(), broken.epochs);
        assertAsAlone(pack.get(0));
        assertAsAlone(pack.get(2));
        InTaskEngine engine = new InTaskEngine(spark.context());
        assertThrows(Exception.class, () -> engine.train(broken.cohort, broken.data, broken));
    }
}
