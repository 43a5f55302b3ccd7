package glissade.bench;

import glissade.bench.SourceFiles.Pass;
import glissade.data.SourcePass;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast rows come, beside a plain read of the same bytes: {@code SourceRate FOLDER ROUNDS} answers with a line of JSON
 * for each generator and reader. Both take turns in this JVM, once they are compiled.
 */
final class SourceRate {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long PATIENCE_NANOS = 1_500_000_000L;
    private static final int LEAST_TURNS = 3;
    /** Share of the time in which something is still being compiled, beside the reading. */
    private static final double SETTLED = 0.05;

    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> cpuSeconds = new ArrayList<>();

    private SourceRate() {}

    /** Gives a count, which is the same each time. */
    @FunctionalInterface
    private interface Work {
        long run() throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[1]);
        for (Pass pass : new SourceFiles(Path.of(arguments[0])).passes()) {
            System.out.println(measured(pass, rounds));
        }
    }

    private static String measured(Pass pass, int rounds) throws IOException {
        PlainRead plainRead = new PlainRead();
        Work reading = () -> SourcePass.rows(pass.spec());
        Work plainReading = () -> plainRead.read(pass.files());
        settle(reading);
        settle(plainReading);
        SourceRate ours = new SourceRate();
        SourceRate plain = new SourceRate();
        long rows = 0;
        long bytes = 0;
        for (int round = 0; round < rounds; round++) {
            rows = ours.timed(reading);
            bytes = plain.timed(plainReading);
        }
        return "{\"name\": \"" + pass.name() + "\", \"rows\": " + rows + ", \"bytes\": " + bytes + ", \"ours\": "
                + ours.seconds + ", \"ours_cpu\": " + ours.cpuSeconds + ", \"plain\": " + plain.seconds
                + ", \"plain_cpu\": " + plain.cpuSeconds + ", \"sum\": " + plainRead.sum() + "}";
    }

    private static void settle(Work work) throws IOException {
        long begin = System.nanoTime();
        boolean settled = false;
        for (int turn = 0; turn < LEAST_TURNS || !settled && System.nanoTime() - begin < PATIENCE_NANOS; turn++) {
            long beginTurn = System.nanoTime();
            long beginCompiling = Settling.compilingMillis();
            work.run();
            double millis = (System.nanoTime() - beginTurn) / 1e6;
            settled = Settling.compilingMillis() - beginCompiling < SETTLED * millis;
        }
    }

    private long timed(Work work) throws IOException {
        long begin = System.nanoTime();
        long beginCpu = THREADS.getCurrentThreadCpuTime();
        long count = work.run();
        cpuSeconds.add((THREADS.getCurrentThreadCpuTime() - beginCpu) / 1e9);
        seconds.add((System.nanoTime() - begin) / 1e9);
        return count;
    }
}
