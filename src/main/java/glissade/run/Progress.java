package glissade.run;

import glissade.engine.CurvePoint;
import glissade.engine.LaneResult;
import glissade.engine.Selection;
import java.util.ArrayList;
import java.util.List;

/** How far a sweep is. Written by the threads that train, read by the one that shows it. */
public final class Progress {
    /** Of so many trials every epoch is worth a look. */
    public static final int FEW_TRIALS = 4;

    private final Selection selection;
    private final int trials;
    private long epochs;
    private Phase phase = Phase.STARTING;
    private long began = System.nanoTime();
    private long ended;
    private double before;
    private int trialsStarted;
    private int trialsDone;
    private int diverged;
    private int failed;
    private long epochsDone;
    private long exampleTrials;
    private double best = Double.NaN;
    private List<TrialEpoch> news = new ArrayList<>();

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

    /** An epoch that a trial has completed. */
    public record TrialEpoch(String trialId, CurvePoint point) {}

    /**
     * The state at one moment.
     *
     * @param phase what the run is doing
     * @param seconds since it began to start, or of training by all processes of the run
     * @param trialsDone trials that have ended, however
     * @param running trials that train now
     * @param epochs of all trials together, less those that ended trials did not need
     * @param epochsDone epochs of all trials together
     * @param exampleTrials rows seen, times trials that saw them
     * @param best the best selected number so far, NaN if there is none
     */
    public record Snapshot(
            Phase phase,
            double seconds,
            int trials,
            int trialsDone,
            int running,
            int diverged,
            int failed,
            long epochs,
            long epochsDone,
            long exampleTrials,
            double best) {

        /** Seconds to the end at the speed so far; NaN where that cannot be told. */
        public double secondsLeft() {
            boolean known = phase == Phase.TRAINING && epochsDone > 0;
            return known ? seconds * (epochs - epochsDone) / epochsDone : Double.NaN;
        }
    }

    /** Processes before this one have trained for so long. */
    synchronized void goOn(double seconds) {
        before = seconds;
    }

    /** By this process. */
    synchronized double trainingSeconds() {
        return phase.compareTo(Phase.TRAINING) < 0 ? 0 : seconds();
    }

    private double seconds() {
        return ((ended == 0 ? System.nanoTime() : ended) - began) / 1e9;
    }

    synchronized void enter(Phase next) {
        phase = next;
        if (next == Phase.TRAINING) {
            began = System.nanoTime();
        } else if (next == Phase.WRITING) {
            ended = System.nanoTime();
        }
    }

    synchronized void trialsStarted(int count) {
        trialsStarted += count;
    }

    /** A trial has completed an epoch; it may be the best one if everything was measured at its end, and epochs compete. */
    synchronized void epochDone(TrialEpoch epoch, long trainingRows, boolean evaluated) {
        epochsDone++;
        exampleTrials += trainingRows;
        if (evaluated && selection.best()) {
            compete(epoch.point());
        }
        if (trials <= FEW_TRIALS) {
            news.add(epoch);
        }
    }

    private void compete(CurvePoint point) {
        double value = selection.value(point);
        best = selection.compare(value, best) < 0 ? value : best;
    }

    /** A trial has ended so many epochs before it might have. */
    synchronized void trialDone(LaneResult result, long epochsSaved) {
        trialsDone++;
        diverged += result.status() == LaneResult.Status.DIVERGED ? 1 : 0;
        epochs -= epochsSaved;
        CurvePoint point = selection.best() ? result.best() : result.last();
        if (point != null) {
            compete(point);
        }
    }

    /** A trial had ended before this process began. */
    synchronized void takenUp(LaneResult result, long plannedEpochs, long trainingRows) {
        int done = result.curve().size();
        trialsStarted++;
        epochsDone += done;
        exampleTrials += done * trainingRows;
        trialDone(result, plannedEpochs - done);
    }

    synchronized void trialsFailed(int count, long epochsSaved) {
        trialsDone += count;
        failed += count;
        epochs -= epochsSaved;
    }

    /** The epochs completed since this was last asked for; kept only for {@link #FEW_TRIALS few trials}. */
    public synchronized List<TrialEpoch> news() {
        List<TrialEpoch> all = news;
        news = new ArrayList<>();
        return all;
    }

    public synchronized Snapshot snapshot() {
        return new Snapshot(
                phase,
                seconds() + (phase.compareTo(Phase.TRAINING) < 0 ? 0 : before),
                trials,
                trialsDone,
                trialsStarted - trialsDone,
                diverged,
                failed,
                epochs,
                epochsDone,
                exampleTrials,
                best);
    }
}
