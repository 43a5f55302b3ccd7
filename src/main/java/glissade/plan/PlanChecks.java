package glissade.plan;

import glissade.config.Experiment;
import glissade.config.Problems;
import glissade.data.DataSummary;
import glissade.data.Split;
import glissade.model.ModelSpec;
import java.util.OptionalInt;

/** What can be asked for in a config, and then the data does not allow it. */
final class PlanChecks {
    private final Experiment experiment;
    private final Split selected;
    private final Problems problems;

    PlanChecks(Trials trials, Problems problems) {
        this.experiment = trials.experiment();
        this.selected = trials.selection().split();
        this.problems = problems;
    }

    void check(PlannedData data) {
        DataSummary summary = data.summary();
        String source = data.spec().source();
        if (summary.trainingRows() == 0) {
            complain("data.source", source + " has no rows to train on");
        }
        if (summary.classes() < 2) {
            complain("model.type", "needs a target of at least two classes, " + source + " has none");
        }
        if (selected != Split.TRAIN && summary.rows(selected) == 0) {
            boolean validation = selected == Split.VALIDATION;
            complain(
                    validation ? "data.validation" : "output.best-by",
                    "best is measured on " + (validation ? "held-out" : "test") + " rows, of which " + source
                            + " has none");
        }
        OptionalInt pinned = experiment.shards();
        if (pinned.isPresent() && pinned.getAsInt() > summary.trainingRows()) {
            complain(
                    "training.shards",
                    "expected at most as many shards as training rows (" + Numbers.grouped(summary.trainingRows())
                            + "), found " + Numbers.grouped(pinned.getAsInt()));
        }
    }

    void check(ModelSpec model, LaneWidth width) {
        if (!width.isPossible()) {
            complain("model.hidden", model.hidden() + " has more parameters than an array can hold (2^31)");
        }
    }

    private void complain(String path, String message) {
        problems.add(experiment.problem(path, message));
    }
}
