package glissade.plan;

import glissade.config.Experiment;
import glissade.config.Output.BestBy;
import glissade.config.Output.Epoch;
import glissade.config.Problems;
import glissade.config.Settings;
import glissade.config.TrialConfig;
import glissade.data.Split;
import glissade.engine.Selection;
import glissade.model.ModelSpec;
import java.util.List;

/**
 * Which number is meant by "best", the same for all trials: the one asked for, or the accuracy (the loss, where some
 * trial predicts values) on held-out rows where every trial has some, else on test rows.
 */
final class SelectionRule {
    private final Experiment experiment;
    private final Lacking validation = new Lacking();
    private final Lacking test = new Lacking();
    private final Lacking accuracy = new Lacking();
    private boolean learnsFromRows;

    /** The points without rows of some kind. */
    private static final class Lacking {
        private SweepPoint first;
        private boolean everywhere = true;

        void see(SweepPoint point, boolean has) {
            everywhere &= !has;
            if (!has && first == null) {
                first = point;
            }
        }

        boolean nowhere() {
            return first == null;
        }

        /** Names an example, unless it is so at every point. */
        String where() {
            return everywhere ? "" : first.where();
        }
    }

    SelectionRule(Experiment experiment) {
        this.experiment = experiment;
    }

    /** Takes note of which rows a point has. */
    void see(Settings settings, TrialConfig config, SweepPoint point) {
        validation.see(point, config.data().validation() > 0);
        test.see(point, TrialConfig.hasTestRows(settings));
        accuracy.see(point, TrialConfig.classifies(settings));
        learnsFromRows |= config.model().type() != ModelSpec.Type.SURFACE;
    }

    private BestBy bestBy() {
        return experiment
                .output()
                .bestBy()
                .orElseGet(() -> BestBy.standard(validation.nowhere(), test.nowhere(), accuracy.nowhere()));
    }

    /** Complains if some trial lacks the rows on which the number is measured. */
    void report(Problems problems) {
        if (split() == Split.TRAIN) {
            return;
        }
        Lacking lacking = split() == Split.VALIDATION ? validation : test;
        if (!lacking.nowhere()) {
            String rows = split() == Split.VALIDATION
                    ? "held-out rows (data.validation)"
                    : "test rows (data.test-rows, data.test or data.test-path)";
            problems.add(experiment.problem(
                    "output.best-by", bestBy().path() + " needs " + rows + ", there are none" + lacking.where()));
        }
    }

    Selection selection() {
        return Selection.named(bestBy().path(), experiment.output().epoch() == Epoch.BEST);
    }

    private Split split() {
        return selection().split();
    }

    List<String> notes() {
        String why =
                experiment.output().bestBy().isPresent() ? "as asked" : "as no rows are held out (data.validation)";
        return switch (split()) {
            case TEST -> List.of("selected on test, " + why + ": the winner's test numbers flatter it");
            case TRAIN ->
                learnsFromRows
                        ? List.of("selected on training rows, " + why + ": the winner may have learnt them by heart")
                        : List.of();
            case VALIDATION -> List.of();
        };
    }
}
