package glissade.run;

import glissade.gate.BaselineChoice;
import glissade.store.Damaged;
import glissade.store.ExperimentFolder;
import glissade.store.HistorySchema;
import glissade.store.RunFolder;
import glissade.store.Status;
import glissade.store.Table;
import java.io.IOException;
import java.util.Optional;

/** Finds the run that another one is held against; once, so that it is the same from a run's first rule to its last. */
final class Baselines {
    private static final String NO_TIME_COMES_AFTER = "9";

    private final BaselineChoice choice;
    private final ExperimentFolder runs;
    private final RunFolder own;
    private Optional<FinishedRun> found;

    /** For a run. */
    Baselines(BaselineChoice choice, ExperimentFolder runs, RunFolder own) {
        this.choice = choice;
        this.runs = runs;
        this.own = own;
    }

    /** Why there is no baseline where there should be one; it is read, so that it is there to the end of this run. */
    Optional<String> problem() throws IOException {
        boolean lacking = choice.kind() == BaselineChoice.Kind.PINNED
                && !runs.status(runs.run(choice.run()))
                        .filter(Status::isTrained)
                        .isPresent();
        if (lacking) {
            return Optional.of("gate.baseline = " + choice.run() + ": expected previous, ratchet, none or the id of a"
                    + " finished run in " + runs.location() + ", found none of that id");
        }
        Optional<RunFolder> folder = folder();
        try {
            run();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of("the baseline " + folder.map(RunFolder::location).orElse(choice.text())
                    + " cannot be read (" + Reason.of(e) + "); take it away, or name another run as gate.baseline");
        }
    }

    /** Empty where there is none, as before a first success. */
    Optional<FinishedRun> run() throws IOException {
        if (found == null) {
            Optional<RunFolder> folder = folder();
            found = folder.isPresent() ? Optional.of(new FinishedRun(folder.get())) : Optional.empty();
        }
        return found;
    }

    private Optional<RunFolder> folder() throws IOException {
        return switch (choice.kind()) {
            case PREVIOUS -> previous(runs, own.name());
            case RATCHET -> ratchet(runs, own.name());
            case PINNED -> Optional.of(runs.run(choice.run()));
            case NONE -> Optional.empty();
        };
    }

    /** The last run that succeeded; of a run that has been trained before, the last one that was started before it. */
    static Optional<RunFolder> previous(ExperimentFolder runs, String own) throws IOException {
        String before = trained(runs.run(own)).map(Status::started).orElse(NO_TIME_COMES_AFTER);
        RunFolder last = null;
        String lastStarted = "";
        for (RunFolder run : runs.runs()) {
            Optional<Status> status = runs.status(run).filter(each -> each.state() == Status.State.SUCCEEDED);
            boolean earlier = status.isPresent() && status.get().started().compareTo(before) <= 0;
            if (earlier && !isOf(own, run) && status.get().started().compareTo(lastStarted) >= 0) {
                last = run;
                lastStarted = status.get().started();
            }
        }
        return Optional.ofNullable(last);
    }

    /** Whoever asks for the run itself is told there of a damaged status. */
    private static Optional<Status> trained(RunFolder own) throws IOException {
        try {
            return own.status().filter(Status::isTrained);
        } catch (Damaged e) {
            return Optional.empty();
        }
    }

    /** Whether it is the run itself, or what was put aside for it, perhaps because it is damaged. */
    private static boolean isOf(String own, RunFolder run) {
        return run.name().equals(own) || run.name().startsWith(own + RunFolder.ASIDE);
    }

    /** The best of all that passed and are still there. */
    static Optional<RunFolder> ratchet(ExperimentFolder runs, String own) throws IOException {
        Table history = runs.history();
        for (int row : new Ratchet(history).bestFirst()) {
            RunFolder run = runs.run(history.text(row, history.column(HistorySchema.RUN)));
            if (!isOf(own, run) && run.holds(RunFolder.MANIFEST)) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }
}
