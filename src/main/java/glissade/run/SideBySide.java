package glissade.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Pieces of work that know nothing of each other, on all cores of the driver; what comes of them is in their order. */
final class SideBySide {
    private SideBySide() {}

    static <T> List<T> results(List<Callable<T>> work) {
        if (work.isEmpty()) {
            return List.of();
        }
        int threads = Math.min(work.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads, SideBySide::daemon);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : pool.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "glissade-driver");
        thread.setDaemon(true);
        return thread;
    }
}
