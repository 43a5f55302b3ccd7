package glissade.app;

import glissade.run.Phase;
import glissade.run.Progress;
import glissade.run.Progress.Snapshot;
import java.io.PrintWriter;

/**
 * Shows how far a sweep is: one line that keeps changing on a terminal, a line every few seconds elsewhere.
 *
 * <p>The launcher tells by the system property {@code glissade.terminal} whether standard error is a terminal, and by
 * {@code glissade.columns} how wide it is.
 */
final class ProgressDisplay implements AutoCloseable {
    private static final long TERMINAL_MILLIS = 200;
    private static final long PLAIN_MILLIS = 5_000;
    private static final int BAR = 12;
    private static final int NARROW = 80;

    private final Progress progress;
    private final PrintWriter err;
    private final boolean terminal;
    private final Thread thread;
    private String last = "";

    ProgressDisplay(Progress progress, PrintWriter err) {
        this.progress = progress;
        this.err = err;
        this.terminal = Boolean.getBoolean("glissade.terminal");
        this.thread = new Thread(this::keepShowing, "glissade-progress");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void keepShowing() {
        try {
            while (true) {
                Thread.sleep(terminal ? TERMINAL_MILLIS : PLAIN_MILLIS);
                show();
            }
        } catch (InterruptedException e) {
            // Closed: nothing is left to show.
        }
    }

    private void show() {
        String line = line(progress.snapshot());
        if (terminal) {
            line = cut(line, Integer.getInteger("glissade.columns", NARROW));
            err.print('\r' + line + " ".repeat(Math.max(0, last.length() - line.length())));
            err.flush();
        } else if (!line.equals(last)) {
            err.println(line);
        }
        last = line;
    }

    /** A line as wide as the terminal would wrap, and then a carriage return does not reach its beginning. */
    static String cut(String line, int columns) {
        // Some terminals say that they have no columns at all.
        int width = columns > 1 ? columns : NARROW;
        return line.substring(0, Math.min(line.length(), width - 1));
    }

    static String line(Snapshot now) {
        if (now.phase() == Phase.STARTING) {
            return "  starting Spark  " + Rounded.seconds(now.seconds());
        }
        double share = now.epochs() == 0 ? 0 : (double) now.epochsDone() / now.epochs();
        int filled = now.trialsDone() == now.trials() ? BAR : (int) (share * BAR);
        String troubles = Wording.troubles(now.diverged(), now.failed());
        return "  [" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] "
                + Rounded.count(now.trialsDone()) + "/" + Rounded.count(now.trials()) + " trials"
                + (troubles.isEmpty() ? "" : ", " + troubles)
                + "  " + Rounded.rate(now.exampleTrials() / Math.max(now.seconds(), 0.001)) + "/s"
                + "  " + Rounded.seconds(now.seconds())
                + (Double.isNaN(now.best()) ? "" : "  best " + Rounded.metric(now.best()));
    }

    /** Shows the end, and stops. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        show();
        if (terminal) {
            err.println();
        }
    }
}
