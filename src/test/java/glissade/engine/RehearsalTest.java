package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.DataSummary;
import glissade.data.MemoryData;
import glissade.data.Shard;
import glissade.data.ShardedData;
import glissade.engine.Rehearsal.Part;
import glissade.model.Activation;
import glissade.model.ModelSpec;
import glissade.optim.BatchSize;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class RehearsalTest {
    private static final int ENDLESS = 1_000_000;

    private final Watched data = new Watched(Trials.data(300, 60, 40, 0.5, 11));

    /** Tells when it is loaded, under a key that no other test's data has. */
    private static final class Watched implements ShardedData {
        private static final long serialVersionUID = 1;

        private final MemoryData rows;
        private final transient CountDownLatch loaded = new CountDownLatch(1);
        private boolean broken;

        Watched(MemoryData rows) {
            this.rows = rows;
        }

        @Override
        public DataSummary summary() {
            return rows.summary();
        }

        @Override
        public int shards() {
            return rows.shards();
        }

        @Override
        public Shard load(int s) {
            loaded.countDown();
            if (broken) {
                throw new IllegalStateException("no such rows");
            }
            return rows.load(s);
        }

        @Override
        public String key() {
            return "rehearsed-" + System.identityHashCode(this);
        }
    }

    private static CohortSpec cohort(ModelSpec model, int epochs) {
        return Trials.cohort(model, Trials.lanes(5, epochs, BatchSize.of(10)));
    }

    private static void awaitEnd() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(Rehearsal.THREAD)) {
                thread.join(TimeUnit.MINUTES.toMillis(2));
                assertFalse(thread.isAlive());
            }
        }
    }

    @Test
    void itLoadsTheDataAndEndsWhenItIsClosed() throws Exception {
        try (Rehearsal rehearsal = Rehearsal.of(List.of(
                new Part(cohort(Trials.softmax(), ENDLESS), data),
                new Part(cohort(Trials.mlp(Activation.TANH, 5), ENDLESS), data)))) {
            assertTrue(data.loaded.await(2, TimeUnit.MINUTES), rehearsal::toString);
        }
        awaitEnd();
    }

    @Test
    void whatWasRehearsedIsTrainedToTheSameBits() throws Exception {
        CohortSpec cohort = cohort(Trials.softmax(), 4);
        List<LaneResult> before = Trials.train(cohort, data.rows);
        try (Rehearsal rehearsal = Rehearsal.of(List.of(new Part(cohort, data)))) {
            assertTrue(data.loaded.await(2, TimeUnit.MINUTES), rehearsal::toString);
            awaitEnd();
        }
        Bits.assertSame(before, Trials.train(cohort, data.rows), "after a rehearsal");
    }

    /** The user is told by those who train, once. */
    @Test
    void whatGoesWrongIsNotItsBusiness() throws Exception {
        data.broken = true;
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        List<Throwable> told = new CopyOnWriteArrayList<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> told.add(failure));
        try (Rehearsal rehearsal = Rehearsal.of(List.of(new Part(cohort(Trials.softmax(), ENDLESS), data)))) {
            assertTrue(data.loaded.await(2, TimeUnit.MINUTES), rehearsal::toString);
            awaitEnd();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertEquals(List.of(), told);
    }

    @Test
    void aCohortThatIsHardlyHeldOnceIsNotHeldTwice() throws Exception {
        ModelSpec wide = Trials.mlp(Activation.TANH, 1 << 16);
        try (Rehearsal rehearsal = Rehearsal.of(List.of(new Part(cohort(wide, ENDLESS), data)))) {
            awaitEnd();
            assertEquals(1, data.loaded.getCount(), rehearsal::toString);
        }
    }
}
