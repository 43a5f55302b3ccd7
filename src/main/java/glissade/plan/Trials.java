package glissade.plan;

import glissade.config.Experiment;
import glissade.config.TypedHash;
import glissade.data.DataSpec;
import glissade.engine.Selection;
import java.util.List;
import java.util.OptionalInt;

/**
 * An experiment's trials, before any data is looked at.
 *
 * @param experiment whose sweep this is
 * @param all every trial once, in the order of the sweep, the replicates of a configuration in a row
 * @param columns the axes, by path
 * @param points combinations of the axes, of which some may be the same trial
 * @param selection which number is meant by "best"
 * @param notes what the user should know
 */
public record Trials(
        Experiment experiment,
        List<Trial> all,
        List<SweptColumn> columns,
        long points,
        Selection selection,
        List<String> notes) {
    private static final String RUN_ID_FORMAT = "glissade run 1";

    public Trials {
        all = List.copyOf(all);
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /** Expands the sweep; throws {@link glissade.config.InvalidExperiment} if combinations are impossible. */
    public static Trials of(Experiment experiment) {
        return new SweepExpansion(experiment).trials();
    }

    /** Trials of each configuration. */
    public int replicates() {
        return experiment.sweep().replicates();
    }

    /** Whether configurations are ranked rather than trials. */
    public boolean isReplicated() {
        return replicates() > 1;
    }

    /** The data sets the trials want, in the order of their first trial. */
    public List<DataSpec> data() {
        return all.stream().map(Trial::data).distinct().toList();
    }

    /**
     * Names a run: a hash over the trials, what "best" means, the pinned number of shards and a fingerprint of the
     * data that is cheap to have; and the steps and boundaries recorded, which a run without them does not hold. How the sweep was written
     * makes no difference where it makes the same trials. Nor does the gate: with other rules a run is judged anew, on what it
     * found, and is no other run.
     */
    public String runId(String cheapDataFingerprint) {
        TypedHash hash = new TypedHash(RUN_ID_FORMAT);
        hash.list(columns.size());
        columns.forEach(column -> hash.text(column.path()));
        hash.list(all.size());
        all.stream().map(Trial::id).sorted().forEach(hash::text);
        hash.text(selection.name()).whole(selection.best() ? 1 : 0);
        OptionalInt shards = experiment.shards();
        hash.whole(shards.isPresent() ? shards.getAsInt() : 0);
        hash.text(cheapDataFingerprint);
        if (experiment.everySteps() > 0) {
            hash.whole(experiment.everySteps());
        }
        if (!experiment.boundaryEpochs().isEmpty()) {
            hash.text("boundary epochs").list(experiment.boundaryEpochs().size());
            experiment.boundaryEpochs().forEach(hash::whole);
        }
        return hash.hex(Trial.ID_DIGITS);
    }
}
