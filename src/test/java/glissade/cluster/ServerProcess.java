package glissade.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process that tests watch: what it prints goes to two files, and it and all it started can be killed. */
final class ServerProcess implements AutoCloseable {
    /** For whatever must come: on a slow machine with much else to do a run that takes seconds takes minutes. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final long LOOK_MILLIS = 50;
    private static final int ENDING_SECONDS = 5;

    private final Process process;
    private final Path out;
    private final Path err;

    /** Prints to {@code NAME.out} and {@code NAME.err} in the folder. */
    ServerProcess(ProcessBuilder builder, Path folder, String name) throws IOException {
        out = folder.resolve(name + ".out");
        err = folder.resolve(name + ".err");
        process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
    }

    /** What it has printed to stdout so far. */
    String out() throws IOException {
        return Files.readString(out);
    }

    /** What it has printed to stderr so far. */
    String err() throws IOException {
        return Files.readString(err);
    }

    /** The first group of the pattern, once it is found in what goes to stderr. */
    String await(Pattern pattern) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            Matcher found = pattern.matcher(err());
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new AssertionError("waited in vain for " + pattern + " in\n" + err());
    }

    /** Its exit code, once it has ended by itself. */
    int await() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + PATIENCE + ":\n" + out() + err());
        }
        return process.exitValue();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Processes that it started and that still run; of a worker: its executors, and drivers in cluster mode. */
    Stream<ProcessHandle> children() {
        return process.children();
    }

    /** Asks it to end, as a user would with Ctrl-C or a scheduler when time is up. */
    void terminate() {
        process.destroy();
    }

    /** Kills it, and all that it started, without a word. */
    @Override
    public void close() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        // What they write to may be taken away next. Where nobody buries an orphan it seems to live on, but writes no
        // more.
        CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, ENDING_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
