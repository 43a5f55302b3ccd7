package glissade.run;

import glissade.engine.CohortSpec;
import glissade.engine.CurvePoint;
import glissade.engine.LaneResult;
import glissade.engine.Selection;
import glissade.engine.Unfinished.Left;
import glissade.store.CheckpointFolder;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A run without tables, as it goes on or its process is gone: what its checkpoints say, as of trials that have ended and of
 * those that were in training when their state was last kept. Reads only; whoever trains is not disturbed.
 */
public final class UnfinishedRun {
    private final Beginning beginning;
    private final Map<String, TrialOutcome> trials;
    private final int ended;

    private UnfinishedRun(Beginning beginning, Map<String, TrialOutcome> trials, int ended) {
        this.beginning = beginning;
        this.trials = trials;
        this.ended = ended;
    }

    /** Empty where there are no checkpoints, or they do not say enough. */
    public static Optional<UnfinishedRun> of(RunFolder folder) throws IOException {
        Beginning beginning = Beginning.of(folder, trouble -> {});
        if (beginning == null || beginning.manifest() == null) {
            return Optional.empty();
        }
        Selection selection = beginning.manifest().selection();
        Map<String, TrialOutcome> trials = new TreeMap<>();
        for (FinishedTrial trial : Ledger.stored(folder.checkpoints(), trouble -> {})) {
            LaneResult result = trial.result(selection);
            trials.putIfAbsent(trial.trialId(), outcome(result, trial.fingerprint()));
        }
        int ended = trials.size();
        for (Left left : states(folder.checkpoints(), selection)) {
            left.results().forEach(result -> trials.putIfAbsent(result.trialId(), outcome(result, left.fingerprint())));
        }
        trials.keySet().retainAll(beginning.cells().keySet());
        return Optional.of(new UnfinishedRun(beginning, trials, ended));
    }

    private static TrialOutcome outcome(LaneResult result, String fingerprint) {
        List<CurvePoint> curve = result.curve();
        return TrialOutcome.of(
                result, fingerprint, curve.isEmpty() ? 1 : curve.get(0).steps());
    }

    /** The last good one of each cohort. */
    private static List<Left> states(CheckpointFolder folder, Selection selection) throws IOException {
        Map<String, Left> last = new LinkedHashMap<>();
        for (String name : folder.names()) {
            if (CohortSpec.isState(name)) {
                String cohort = name.substring(0, name.lastIndexOf('-'));
                try {
                    Left left = folder.read(name, in -> Left.read(selection, in));
                    if (left != null) {
                        last.merge(cohort, left, (a, b) -> a.steps() < b.steps() ? b : a);
                    }
                } catch (IOException | RuntimeException e) {
                    // Damaged, or of another version: the one before may be good.
                }
            }
        }
        return new ArrayList<>(last.values());
    }

    /** What was known of the run when it began. */
    public Manifest manifest() {
        return beginning.manifest();
    }

    /** Trials that have ended. */
    public int ended() {
        return ended;
    }

    /** Trials of which something is known. */
    public int known() {
        return trials.size();
    }

    /** Writes tables like those that the run will have, elsewhere. */
    public void write(RunFolder elsewhere) throws IOException {
        SweepOutcome outcome = SweepOutcome.of(new ArrayList<>(trials.values()));
        boolean replicated = beginning.replicates() > 1;
        Table table = outcome.trials(Schemas.trials(beginning.columns(), replicated), beginning.cells());
        List<Table> tables = new ArrayList<>(List.of(table, outcome.curves()));
        if (replicated) {
            tables.add(Configurations.of(table, manifest().selection(), beginning.replicates()));
        }
        for (Table each : List.of(outcome.layers(), outcome.steps(), outcome.trajectory())) {
            if (each.rows() > 0) {
                tables.add(each);
            }
        }
        for (Table each : tables) {
            elsewhere.writeParquet(each);
        }
    }
}
