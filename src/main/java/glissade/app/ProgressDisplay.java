package glissade.app;

import glissade.run.Phase;
import glissade.run.Progress;
import glissade.run.Progress.Snapshot;
import java.io.PrintWriter;
import java.util.List;

/**
 * Shows how far a sweep is: one line that keeps changing on a terminal; elsewhere a line now and then, ever more seldom. Of a
 * few trials every epoch has a line that stays.
 *
 * <p>The launcher tells by the system property {@code glissade.terminal} whether standard error is a terminal, and by
 * {@code glissade.columns} how wide it is.
 */
final class ProgressDisplay implements AutoCloseable {
    private static final long LOOK_MILLIS = 200;
    private static final int BAR = 8;
    private static final int NARROW = 80;
    private static final int LEAST_FORM = 3;

    private final Progress progress;
    private final EpochLines epochs;
    private final PrintWriter err;
    private final boolean terminal;
    private final Thread thread;
    private final long start = System.nanoTime();
    private long nextPlain = nextPlain(0);
    private String last = "";
    private boolean closed;

    ProgressDisplay(Progress progress, EpochLines epochs, PrintWriter err) {
        this.progress = progress;
        this.epochs = epochs;
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
                Thread.sleep(LOOK_MILLIS);
                look();
            }
        } catch (InterruptedException e) {
            // Closed: nothing is left to show.
        }
    }

    private synchronized void look() {
        showEpochs();
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        if (terminal) {
            showLive();
        } else if (seconds >= nextPlain) {
            nextPlain = nextPlain(seconds);
            showPlain();
        }
    }

    /** Nothing new is not told twice. */
    private void showPlain() {
        String line = line(progress.snapshot());
        if (!line.equals(last)) {
            err.println(line);
        }
        last = line;
    }

    /** Without a terminal a line comes after 5, 10, 20, 40 and 60 seconds, then every minute: the first after these. */
    static long nextPlain(long seconds) {
        long next = 5;
        while (next <= seconds && next < 40) {
            next *= 2;
        }
        return next > seconds ? next : (seconds / 60 + 1) * 60;
    }

    private void showEpochs() {
        List<String> lines = epochs.lines(progress.news());
        if (terminal && !lines.isEmpty()) {
            err.print('\r' + " ".repeat(last.length()) + '\r');
            last = "";
        }
        lines.forEach(err::println);
    }

    private void showLive() {
        String line = line(progress.snapshot(), Integer.getInteger("glissade.columns", NARROW));
        err.print('\r' + line + " ".repeat(Math.max(0, last.length() - line.length())));
        err.flush();
        last = line;
    }

    /** As much as the terminal has room for. */
    static String line(Snapshot now, int columns) {
        // Some terminals say that they have no columns at all.
        int width = columns > 1 ? columns : NARROW;
        int form = 0;
        String line = line(now);
        while (line.length() >= width && form < LEAST_FORM) {
            form++;
            line = form(now, form);
        }
        return cut(line, width);
    }

    /** A line as wide as the terminal would wrap, and then a carriage return does not reach its beginning. */
    private static String cut(String line, int width) {
        return line.substring(0, Math.min(line.length(), width - 1));
    }

    static String line(Snapshot now) {
        return form(now, 0);
    }

    /** The whole line, or, in higher forms, without the epochs, then the speed, then how many trials are running. */
    private static String form(Snapshot now, int form) {
        if (now.phase().compareTo(Phase.TRAINING) < 0) {
            return "  starting Spark  " + Rounded.seconds(now.seconds());
        }
        double share = now.epochs() == 0 ? 0 : (double) now.epochsDone() / now.epochs();
        int filled = now.trialsDone() == now.trials() ? BAR : (int) (share * BAR);
        String troubles = Wording.troubles(now.diverged(), now.failed());
        String rate = Rounded.rate(now.exampleTrials() / Math.max(now.seconds(), 0.001)) + "/s";
        double left = now.secondsLeft();
        return "  [" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] "
                + Rounded.count(now.trialsDone()) + "/" + Rounded.count(now.trials()) + " trials"
                + (form >= 3 || now.running() == 0 ? "" : ", " + Rounded.count(now.running()) + " running")
                + (troubles.isEmpty() ? "" : ", " + troubles)
                + (form >= 1 ? "" : "  epoch " + Rounded.count(now.epochsDone()) + "/" + Rounded.count(now.epochs()))
                + (form >= 2 ? "" : "  " + rate)
                + "  " + Rounded.seconds(now.seconds())
                + (Double.isNaN(left) ? "" : ", " + Rounded.seconds(left) + " left")
                + (Double.isNaN(now.best()) ? "" : "  best " + Rounded.metric(now.best()));
    }

    /** Shows the end, and stops; the second time nothing. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            showEpochs();
            if (terminal) {
                showLive();
                err.println();
            } else {
                showPlain();
            }
        }
    }
}
