package glissade.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * The data sets that this JVM's tasks train on, loaded once and shared by all of them. Before another one is loaded, those
 * longest unused are let go until the new one fits into its share of the heap with the rest. Tasks that still hold one keep it.
 */
public final class ResidentData {
    /** Of a heap; the rest is for parameters, for what Spark needs, and for blocks on their way. */
    private static final double SHARE = 0.4;

    private static final Map<String, Resident> RESIDENTS = new LinkedHashMap<>(16, 0.75f, true);

    private ResidentData() {}

    private record Resident(long bytes, CompletableFuture<List<Shard>> shards) {}

    /** How much of so much memory is for data. */
    public static long room(long memoryBytes) {
        return (long) (SHARE * memoryBytes);
    }

    /** How much memory there must be for so much data. */
    public static long memory(long dataBytes) {
        return (long) (dataBytes / SHARE) + 1;
    }

    /** All shards in order. Waits where another thread is loading them; a failed load is tried again by the next caller. */
    public static List<Shard> of(ShardedData data) {
        CompletableFuture<List<Shard>> mine = new CompletableFuture<>();
        CompletableFuture<List<Shard>> shards = claim(data, mine);
        if (shards == mine) {
            load(data, mine);
        }
        try {
            return shards.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static synchronized CompletableFuture<List<Shard>> claim(
            ShardedData data, CompletableFuture<List<Shard>> mine) {
        Resident present = RESIDENTS.get(data.key());
        if (present != null) {
            return present.shards();
        }
        long bytes = data.summary().bytes();
        long budget = room(Runtime.getRuntime().maxMemory());
        long held = RESIDENTS.values().stream().mapToLong(Resident::bytes).sum();
        var oldest = RESIDENTS.values().iterator();
        while (oldest.hasNext() && held + bytes > budget) {
            held -= oldest.next().bytes();
            oldest.remove();
        }
        RESIDENTS.put(data.key(), new Resident(bytes, mine));
        return mine;
    }

    private static void load(ShardedData data, CompletableFuture<List<Shard>> mine) {
        try {
            mine.complete(IntStream.range(0, data.shards()).mapToObj(data::load).toList());
        } catch (Throwable e) {
            release(data.key(), mine);
            mine.completeExceptionally(e);
        }
    }

    private static synchronized void release(String key, CompletableFuture<List<Shard>> failed) {
        Resident present = RESIDENTS.get(key);
        if (present != null && present.shards() == failed) {
            RESIDENTS.remove(key);
        }
    }
}
