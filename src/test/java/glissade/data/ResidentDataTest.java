package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glissade.numeric.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResidentDataTest {
    /** Counts its loads; each instance stands for the copy that one task was sent. */
    private record Counted(String name, long size, AtomicInteger loads, boolean fails) implements ShardedData {
        @Override
        public DataSummary summary() {
            return new DataSummary(
                    1,
                    0,
                    0,
                    1,
                    2,
                    List.of("a", "b"),
                    List.of(1L, 0L),
                    Double.NaN,
                    false,
                    size,
                    name,
                    List.of(),
                    List.of());
        }

        @Override
        public int shards() {
            return 2;
        }

        @Override
        public Shard load(int s) {
            loads.incrementAndGet();
            if (fails) {
                throw new BadData("no such luck");
            }
            Block none = Block.dense(1, new float[0], new float[0]);
            return new Shard(s, none, none, none);
        }
    }

    private static Counted data(String name, long size) {
        return new Counted(name, size, new AtomicInteger(), false);
    }

    @Test
    void tasksShareOneLoad() throws InterruptedException, ExecutionException {
        Counted data = data("shared", 1);
        ExecutorService tasks = Executors.newFixedThreadPool(8);
        List<Future<List<Shard>>> loaded = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Counted copy = new Counted("shared", 1, data.loads(), false);
            loaded.add(tasks.submit(() -> ResidentData.of(copy)));
        }
        for (Future<List<Shard>> shards : loaded) {
            assertSame(loaded.get(0).get(), shards.get());
        }
        tasks.shutdown();
        assertEquals(2, data.loads().get());
        assertEquals(1, ResidentData.of(data).get(1).index());
    }

    @Test
    void smallDataSetsLiveSideBySide() {
        Counted one = data("one", 1);
        Counted two = data("two", 1);
        List<Shard> first = ResidentData.of(one);
        ResidentData.of(two);
        assertSame(first, ResidentData.of(one));
    }

    @Test
    void theLongestUnusedMakesRoom() {
        long quarter = Runtime.getRuntime().maxMemory() / 4 / Float.BYTES;
        List<Shard> old = ResidentData.of(data("old", quarter));
        List<Shard> used = ResidentData.of(data("used", quarter / 2));
        assertSame(old, ResidentData.of(data("old", quarter)));
        ResidentData.of(data("large", quarter / 2));
        assertSame(old, ResidentData.of(data("old", quarter)));
        assertNotSame(used, ResidentData.of(data("used", quarter / 2)));
    }

    @Test
    void aFailedLoadIsTriedAgain() {
        Counted data = new Counted("failing", 1, new AtomicInteger(), true);
        for (int i = 1; i <= 2; i++) {
            assertEquals(
                    "no such luck",
                    assertThrows(BadData.class, () -> ResidentData.of(data)).getMessage());
            assertEquals(i, data.loads().get());
        }
    }
}
