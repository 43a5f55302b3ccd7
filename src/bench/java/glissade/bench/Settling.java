package glissade.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * When a JVM has compiled what it runs. Vector code that is not compiled yet makes an object of every vector, so a figure
 * taken too early says nothing; on a busy machine the compiler takes a minute.
 */
public final class Settling {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int QUIET_TURNS = 200;
    private static final long PATIENCE_NANOS = 40_000_000_000L;

    private Settling() {}

    /** Time that compiler threads have spent since the JVM's start. */
    static long compilingMillis() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    /**
     * Repeats some work until it has allocated nothing many times in a row, or for as long as our patience lasts.
     *
     * @param round turns after which the work begins again; what only one of them meets is settled too
     */
    public static void untilNothingIsAllocated(long round, Runnable work) {
        long turns = Math.max(QUIET_TURNS, round);
        long begin = System.nanoTime();
        for (long quiet = 0; quiet < turns && System.nanoTime() - begin < PATIENCE_NANOS; ) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            work.run();
            quiet = THREADS.getCurrentThreadAllocatedBytes() == before ? quiet + 1 : 0;
        }
    }
}
