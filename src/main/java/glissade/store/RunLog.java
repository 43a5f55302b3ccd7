package glissade.store;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The diary of a run: a line for each event with its UTC time, stack traces for what went wrong. A diary that can no longer
 * be written does not stop the run.
 */
public final class RunLog implements AutoCloseable {
    private final PrintStream out;

    RunLog(OutputStream out) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    public synchronized void line(String event) {
        out.print(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + event + "\n");
        out.flush();
    }

    public synchronized void failure(String event, Throwable cause) {
        line(event);
        cause.printStackTrace(out);
    }

    @Override
    public void close() {
        out.close();
    }
}
