package glissade.plan;

import glissade.config.TrialConfig;
import glissade.data.Split;
import glissade.engine.Selection;
import glissade.optim.Plateau;
import glissade.optim.Recipe;
import glissade.optim.Schedules;
import glissade.optim.TrainingSpec;
import java.util.Optional;

/** The number that a trial's schedule goes by, if it goes by one. */
final class WatchedMetric {
    private WatchedMetric() {}

    static Optional<Selection> of(TrainingSpec training) {
        Recipe schedule = training.schedule();
        return Schedules.named(schedule.name()).watches()
                ? Optional.of(Selection.named(schedule.text(Plateau.METRIC), false))
                : Optional.empty();
    }

    /** Fails if the trial holds out no rows to watch. */
    static void check(TrialConfig config) {
        Optional<Selection> watched = of(config.training());
        if (watched.isPresent()
                && watched.get().split() == Split.VALIDATION
                && config.data().validation() == 0) {
            throw new IllegalArgumentException("training.schedule.metric: "
                    + watched.get().name() + " needs held-out rows (data.validation), there are none");
        }
    }
}
