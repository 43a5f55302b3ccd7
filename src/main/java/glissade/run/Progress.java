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
    private final long started = System.nanoTime();
    private int trialsDone;
    private int diverged;
    private int failed;
    private long epochsDone;
    private long exampleTrials;
    private Ranking.Score best = new Ranking.Score("", Double.NaN);

    /**
     * A sweep that has not begun.
     *
     * @param selection the number in which trials compete
     * @param trials of the sweep
     * @param epochs of all trials together, if none ends early
     */
    public Progress(Selection selection, int trials, long epochs) {
        this.selection = selection;
        this.trials = trials;
        this.epochs = epochs;
    }

    /**
     * The state at one moment.
     *
     * @param trialsDone trials that have ended, however
     * @param epochsDone epochs of all trials together
     * @param exampleTrials rows seen, times trials that saw them
     * @param seconds since the sweep began
     * @param best the best selected number so far, NaN if there is none
     */
    public record Snapshot(
            int trials,
            int trialsDone,
            int diverged,
            int failed,
            long epochs,
            long epochsDone,
            long exampleTrials,
            double seconds,
            double best) {}

    synchronized void epochDone(List<CurvePoint> points, long trainingRows) {
        for (CurvePoint point : points) {
            if (point != null) {
                epochsDone++;
                exampleTrials += trainingRows;
                Ranking.Score score = new Ranking.Score("", Ranking.value(selection, point));
                best = Ranking.order(selection).compare(score, best) < 0 ? score : best;
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
        double seconds = (System.nanoTime() - started) / 1e9;
        return new Snapshot(
                trials, trialsDone, diverged, failed, epochs, epochsDone, exampleTrials, seconds, best.value());
    }
}
