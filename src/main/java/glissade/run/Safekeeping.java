package glissade.run;

import glissade.engine.LaneResult;
import glissade.engine.LaneSpec;
import glissade.engine.Saving;
import glissade.engine.Unfinished;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What a sweep has come to so far, kept so that the same sweep goes on from there in another process: trials that have ended,
 * the parameters of those that lead, states of cohorts in training.
 */
final class Safekeeping implements AutoCloseable {
    private final Saving saving;
    private final Ledger ledger;
    private final Keeper keeper;
    private final List<CohortOutcome> finished = new ArrayList<>();
    private final List<SweepCohort> left = new ArrayList<>();

    private Safekeeping(Saving saving, Ledger ledger, Keeper keeper) {
        this.saving = saving;
        this.ledger = ledger;
        this.keeper = keeper;
    }

    /** For cohorts that are trained in one go. */
    static Safekeeping none(List<SweepCohort> cohorts, Keeper keeper) {
        Safekeeping none = new Safekeeping(Saving.NONE, null, keeper);
        none.left.addAll(cohorts);
        return none;
    }

    /** Takes up what a sweep of these cohorts has come to before; it is the ledger's from now on. */
    static Safekeeping of(
            List<SweepCohort> cohorts, Saving saving, Ledger ledger, Supplier<Keeper> keepers, Progress progress)
            throws IOException {
        Map<String, SweepCohort> homes = new TreeMap<>();
        cohorts.forEach(cohort -> cohort.spec().lanes().forEach(lane -> homes.put(lane.trialId(), cohort)));
        Map<String, FinishedTrial> stored = new LinkedHashMap<>();
        for (FinishedTrial trial : ledger.read()) {
            SweepCohort home = homes.get(trial.trialId());
            if (home != null && trial.fits(home)) {
                stored.putIfAbsent(trial.trialId(), trial);
            }
        }
        Keeper keeper = keepers.get();
        while (dropsSomething(stored, homes, keeper)) {
            keeper = keepers.get();
        }
        Safekeeping all = new Safekeeping(saving, ledger, keeper);
        for (SweepCohort cohort : cohorts) {
            all.takeUp(cohort, stored, progress);
        }
        return all;
    }

    /**
     * Offers what is stored again, in the same order, so that the same trials lead at each moment, and drops trials that lead
     * without parameters: where all is well there are none, but part of what is stored may have been damaged.
     */
    private static boolean dropsSomething(
            Map<String, FinishedTrial> stored, Map<String, SweepCohort> homes, Keeper keeper) throws IOException {
        TreeSet<String> lacking = new TreeSet<>();
        for (FinishedTrial trial : stored.values()) {
            SweepCohort home = homes.get(trial.trialId());
            LaneResult result = trial.result(home.lane(trial.trialId()), home.spec());
            boolean best = home.spec().selection().best();
            boolean lacks = (best ? result.bestParameters() : result.lastParameters()) == null;
            if (keeper.offer(home, result) && lacks) {
                lacking.add(trial.trialId());
            }
        }
        stored.keySet().removeAll(lacking);
        return !lacking.isEmpty();
    }

    private void takeUp(SweepCohort cohort, Map<String, FinishedTrial> stored, Progress progress) throws IOException {
        List<TrialOutcome> outcomes = new ArrayList<>();
        List<LaneSpec> others = new ArrayList<>();
        List<LaneSpec> lanes = new ArrayList<>();
        double seconds = 0;
        for (LaneSpec lane : cohort.spec().lanes()) {
            FinishedTrial trial = stored.get(lane.trialId());
            if (trial == null) {
                others.add(lane);
            } else {
                LaneResult result = trial.result(lane, cohort.spec());
                progress.takenUp(result, lane.training().epochs(), cohort.trainingRows());
                outcomes.add(TrialOutcome.of(result, cohort));
                lanes.add(lane);
                seconds += trial.seconds();
            }
        }
        if (!lanes.isEmpty()) {
            finished.add(CohortOutcome.of(cohort.with(lanes), outcomes, seconds));
        }
        if (!others.isEmpty()) {
            left.add(cohort.with(others));
        }
    }

    /** Cohorts of which all trials have ended before. */
    List<CohortOutcome> finished() {
        return finished;
    }

    /** Cohorts, or what is left of them, whose trials have not. */
    List<SweepCohort> left() {
        return left;
    }

    /** How states of cohorts are kept. */
    Saving saving() {
        return saving;
    }

    /**
     * Takes the trials of a cohort that has ended. One cohort after the other, so that a trial whose parameters are not kept,
     * as others lead, is never written before these.
     */
    synchronized void finish(SweepCohort cohort, List<LaneResult> results, double seconds) {
        List<FinishedTrial> trials = new ArrayList<>();
        for (LaneResult result : results) {
            boolean leads = keeper.offer(cohort, result);
            if (ledger != null) {
                boolean whole = leads || result.trajectory() != null;
                trials.add(FinishedTrial.of(result, cohort, seconds / results.size(), whole));
            }
        }
        if (ledger != null) {
            ledger.add(trials, cohort.key());
        }
    }

    /** How far cohorts are that were left in the middle. */
    synchronized List<CohortOutcome> unfinished(List<SweepCohort> cohorts) {
        List<CohortOutcome> outcomes = new ArrayList<>();
        for (SweepCohort cohort : cohorts) {
            Unfinished left = Unfinished.of(cohort.spec(), cohort.data(), saving);
            if (!left.results().isEmpty()) {
                left.results().forEach(result -> keeper.offer(cohort, result));
                outcomes.add(CohortOutcome.of(
                        cohort,
                        left.results().stream()
                                .map(result -> TrialOutcome.of(result, cohort))
                                .toList(),
                        left.nanos() / 1e9));
            }
        }
        return outcomes;
    }

    /** The best trials, with their parameters. */
    synchronized List<Champion.Holder> holders() {
        return keeper.holders();
    }

    @Override
    public void close() {
        if (ledger != null) {
            ledger.close();
        }
    }
}
