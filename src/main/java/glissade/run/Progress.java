package glissade.run;

import glissade.engine.CurvePoint;
import glissade.engine.LaneResult;
import glissade.engine.Selection;
import java.util.List;

/** How far a sweep is. Written by the threads that train, read by the one that shows it. */
public final class Progress {
    private final Selection selection;
    private final int trials;
    private final long epochs;
    private Phase phase = Phase.STARTING;
    private long began = System.nanoTime();
    private long ended;
    private int trialsDone;
    private int diverged;
    private int failed;
    private long epochsDone;
    private long exampleTrials;
    private double best = Double.NaN;

    /**
     * A sweep that has not begun.
     *
     * @param selection the number in which trials compete
     * @param trials of the sweep
     * @param epochs of all trials together, if none ends early
     */
    Progress(Selection selection, int trials, long epochs) {
        this.selection = selection;
        this.trials = trials;
        this.epochs = epochs;
    }

    /**
     * The state at one moment.
     *
     * @param phase what the run is doing
     * @param seconds since it began to start, or of training
     * @param trialsDone trials that have ended, however
     * @param epochsDone epochs of all trials together
     * @param exampleTrials rows seen, times trials that saw them
     * @param best the best selected number so far, NaN if there is none
     */
    public record Snapshot(
            Phase phase,
            double seconds,
            int trials,
            int trialsDone,
            int diverged,
            int failed,
            long epochs,
            long epochsDone,
            long exampleTrials,
            double best) {}

    synchronized void enter(Phase next) {
        phase = next;
        if (next == Phase.TRAINING) {
            began = System.nanoTime();
        } else if (next == Phase.WRITING) {
            ended = System.nanoTime();
        }
    }

    synchronized void epochDone(List<CurvePoint> points, long trainingRows) {
        for (CurvePoint point : points) {
            if (point != null) {
                epochsDone++;
                exampleTrials += trainingRows;
                double value = selection.value(point);
                best = selection.compare(value, best) < 0 ? value : best;
            }
        }
    }

    synchronized void trialDone(LaneResult.Status status) {
        trialsDone++;
        diverged += status == LaneResult.Status.DIVERGED ? 1 : 0;
    }

    synchronized void trialsFailed(int count) {
        trialsDone += count;
        failed += count;
    }

    public synchronized Snapshot snapshot() {
        double seconds = ((ended == 0 ? System.nanoTime() : ended) - began) / 1e9;
        return new Snapshot(
                phase, seconds, trials, trialsDone, diverged, failed, epochs, epochsDone, exampleTrials, best);
    }
}
