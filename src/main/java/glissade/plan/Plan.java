package glissade.plan;

import glissade.engine.Selection;
import java.util.List;

/**
 * What a run will do.
 *
 * @param trials all of them
 * @param data the data sets, in the order of their first trial
 * @param cohorts which trials train together, in the order of their first trial
 * @param engine where
 * @param speed how long it takes, here or there
 * @param resources what was there to plan for
 * @param memory what it takes
 * @param notes what the user should know
 */
public record Plan(
        Trials trials,
        List<PlannedData> data,
        List<PlannedCohort> cohorts,
        EngineDecision engine,
        SpeedEstimate speed,
        Resources resources,
        MemoryEstimate memory,
        List<String> notes) {
    public Plan {
        data = List.copyOf(data);
        cohorts = List.copyOf(cohorts);
        notes = List.copyOf(notes);
    }

    /** The experiment's name. */
    public String name() {
        return trials.experiment().name();
    }

    /** For how many of the best trials predictions and metrics are kept. */
    public int details() {
        return trials.experiment().output().details();
    }

    /** For how many of them boundaries are. */
    public int boundaries() {
        return trials.experiment().output().boundaries();
    }

    /** Whether the first trial that fails ends the run. */
    public boolean failFast() {
        return trials.experiment().failFast();
    }

    /** Minutes between two checkpoints of a cohort. */
    public double checkpointMinutes() {
        return trials.experiment().checkpoints().everyMinutes();
    }

    /** Steps between two checkpoints of a cohort; 0 for none. */
    public long checkpointSteps() {
        return trials.experiment().checkpoints().everySteps();
    }

    /** Which number is meant by "best". */
    public Selection selection() {
        return trials.selection();
    }
}
