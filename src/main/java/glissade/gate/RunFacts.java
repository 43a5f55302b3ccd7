package glissade.gate;

import glissade.engine.Selection;

/**
 * The numbers of a run that rules are about.
 *
 * @param run its id
 * @param selection the number that ranks its trials
 * @param best that number, of the best trial or the mean of the best configuration; NaN if there is none
 * @param noise half the width of the 95 % interval of that mean; 0 where there are no replicates to tell
 * @param trials of the sweep
 * @param diverged how many of them
 * @param failed how many of them
 * @param seconds on the wall, from the first to the last of each of its processes
 */
public record RunFacts(
        String run,
        Selection selection,
        double best,
        double noise,
        int trials,
        int diverged,
        int failed,
        double seconds) {
    /** By how much it is worse than another run, negative where it is better; NaN where that means nothing. */
    public double dropFrom(RunFacts other) {
        if (!selection.name().equals(other.selection.name())) {
            return Double.NaN;
        }
        return selection.measure() == Selection.Measure.LOSS ? best - other.best : other.best - best;
    }

    /** How large a difference to another run may be by chance: half the 95 % interval of a difference of two means. */
    public double noiseBeside(RunFacts other) {
        return Math.sqrt(noise * noise + other.noise * other.noise);
    }
}
