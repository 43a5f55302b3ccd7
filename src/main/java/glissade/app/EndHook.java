package glissade.app;

import glissade.run.Reason;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The shell command of {@code --on-end}: told how a run ended by variables of its environment. What it prints goes to standard
 * error. Whatever becomes of it, the run's result stands; if it fails, that is told.
 */
final class EndHook {
    static final String PREFIX = "GLISSADE_";
    private static final long MOST_SECONDS = 60;

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
        tell(facts, MOST_SECONDS);
    }

    /** Tells these facts; without patience the command is left to itself. */
    void tell(Map<String, String> facts, long seconds) {
        told = true;
        if (command == null) {
            return;
        }
        err.flush();
        try {
            Process process = start(facts);
            if (seconds > 0) {
                await(process, seconds);
            }
        } catch (IOException e) {
            complain("could not be started (" + Reason.of(e) + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(Map<String, String> facts) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec 1>&2\n" + command)
                .inheritIO()
                .redirectInput(new File("/dev/null"));
        facts.forEach((name, value) -> builder.environment().put(PREFIX + name, value == null ? "" : value));
        return builder.start();
    }

    private void await(Process process, long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
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
