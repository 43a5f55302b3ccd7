package glissade.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The cohorts of a sweep that nobody has taken yet, the longest first: so none is left over for the end, when other cores
 * have nothing more to do. Short ones are taken in packs, which get smaller towards the end.
 */
final class SweepQueue {
    /** A pack is expected to take so long: little beside what a user waits for, long beside what a job costs. */
    private static final double PACK_SECONDS = 0.25;

    /** Of what is left, a pack takes no more than its taker's share of this part. */
    private static final double PART = 0.5;

    private final ArrayDeque<SweepCohort> cohorts;
    private final int takers;
    private final int largestPack;
    private double secondsLeft;

    /** For so many threads to take from, in packs of so many cohorts at most. */
    SweepQueue(List<SweepCohort> cohorts, int takers, int largestPack) {
        List<SweepCohort> sorted = new ArrayList<>(cohorts);
        sorted.sort(Comparator.comparingDouble(SweepCohort::seconds).reversed());
        this.cohorts = new ArrayDeque<>(sorted);
        this.takers = takers;
        this.largestPack = largestPack;
        this.secondsLeft = cohorts.stream().mapToDouble(SweepCohort::seconds).sum();
    }

    /** The longest one, with more if it is short; nothing if none is left. */
    synchronized List<SweepCohort> longest() {
        return pack(false);
    }

    /** The shortest ones; nothing if none that are left are short. */
    synchronized List<SweepCohort> shortest() {
        boolean left = largestPack > 1 && !cohorts.isEmpty() && isShort(cohorts.getLast());
        return left ? pack(true) : List.of();
    }

    private static boolean isShort(SweepCohort cohort) {
        return cohort.seconds() < PACK_SECONDS;
    }

    private List<SweepCohort> pack(boolean fromTheEnd) {
        double most = Math.min(PACK_SECONDS, PART * secondsLeft / takers);
        List<SweepCohort> pack = new ArrayList<>();
        double seconds = 0;
        while (!cohorts.isEmpty() && pack.size() < largestPack) {
            double next = (fromTheEnd ? cohorts.getLast() : cohorts.getFirst()).seconds();
            if (!pack.isEmpty() && seconds + next > most) {
                break;
            }
            seconds += next;
            pack.add(fromTheEnd ? cohorts.removeLast() : cohorts.removeFirst());
        }
        secondsLeft -= seconds;
        return pack;
    }
}
