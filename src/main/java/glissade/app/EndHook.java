package glissade.app;

import glissade.run.Reason;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The shell command of {@code --on-end}: told how a run ended by variables of its environment. What it prints goes to standard
 * error. Whatever becomes of it, the run's result stands: if it fails, that is told; if its time is up, it is killed with all
 * that it started.
 */
final class EndHook {
    static final String PREFIX = "GLISSADE_";

    /** What the command may take. */
    static final long SECONDS = 60;

    /** The same in a process that was told to end, and will be killed if it does not. */
    static final long HURRIED_SECONDS = 5;

    /** For what it has printed to be read. */
    private static final long LAST_WORDS_MILLIS = 500;

    private final String command;
    private final PrintWriter err;
    private boolean told;

    /** Of a command, or null for none. */
    EndHook(String command, PrintWriter err) {
        this.command = command;
        this.err = err;
    }

    /** Whether anybody has been told since it was last asked. */
    boolean wasTold() {
        boolean was = told;
        told = false;
        return was;
    }

    /** Tells these facts, by name without the prefix, and waits for the command to end. */
    void tell(Map<String, String> facts) {
        tell(facts, SECONDS);
    }

    /** Tells these facts in a process that is about to end. */
    void tellInHaste(Map<String, String> facts) {
        tell(facts, HURRIED_SECONDS);
    }

    private void tell(Map<String, String> facts, long seconds) {
        told = true;
        if (command == null) {
            return;
        }
        try {
            Process process = start(facts);
            Thread words = new Thread(() -> repeat(process.getInputStream()), "glissade-on-end");
            words.setDaemon(true);
            words.start();
            await(process, seconds, words);
        } catch (IOException e) {
            complain("could not be started (" + Reason.of(e) + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(Map<String, String> facts) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"));
        facts.forEach((name, value) -> builder.environment().put(PREFIX + name, value == null ? "" : value));
        return builder.start();
    }

    /** Not inherited: what it leaves running would keep our own output open after our end. */
    private void repeat(InputStream said) {
        try (InputStream in = said) {
            byte[] bytes = new byte[1 << 12];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                err.print(new String(bytes, 0, count, StandardCharsets.UTF_8));
                err.flush();
            }
        } catch (IOException | UncheckedIOException e) {
            // It was killed, or left something running: nothing more is to be heard.
        }
    }

    private void await(Process process, long seconds, Thread words) throws InterruptedException {
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
            List<ProcessHandle> started = process.descendants().toList();
            process.destroyForcibly();
            started.forEach(ProcessHandle::destroyForcibly);
        }
        words.join(LAST_WORDS_MILLIS);
        if (!ended) {
            complain("took more than " + seconds + " s and was ended");
        } else if (process.exitValue() != 0) {
            complain("ended with exit code " + process.exitValue());
        }
    }

    private void complain(String what) {
        err.println("the command of --on-end " + what + ": " + command + "; the result stands");
        err.flush();
    }
}
