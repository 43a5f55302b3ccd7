package glissade.bench;

import glissade.data.Split;
import glissade.engine.CohortSpec;
import glissade.engine.Evaluation;
import glissade.engine.LaneSpec;
import glissade.engine.Selection;
import glissade.model.ModelSpec;
import glissade.optim.BatchSize;
import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Optimizers;
import glissade.optim.Penalty;
import glissade.optim.Schedules;
import glissade.optim.StopRules;
import glissade.optim.TrainingSpec;
import java.util.List;

/** Trainings without anything that would end them early, at one rate, and cohorts of them that are ranked by training rows. */
public final class PlainTraining {
    public static final long SEED = 42;

    private PlainTraining() {}

    /** Plain descent from zeros. */
    public static TrainingSpec of(int epochs, int batch, double rate) {
        return of(epochs, batch, rate, "sgd", Clipping.NONE, Initialiser.ZEROS);
    }

    public static TrainingSpec of(
            int epochs, int batch, double rate, String optimizer, Clipping clipping, Initialiser weights) {
        return new TrainingSpec(
                epochs,
                BatchSize.of(batch),
                rate,
                Schedules.CONSTANT.recipe(),
                Optimizers.named(optimizer).recipe(),
                Penalty.NONE,
                clipping,
                weights,
                Initialiser.ZEROS,
                StopRules.NONE);
    }

    public static CohortSpec cohort(int number, ModelSpec model, List<LaneSpec> lanes) {
        Selection selection = new Selection(Split.TRAIN, Selection.Measure.LOSS, false);
        return new CohortSpec(number, model, SEED, selection, Evaluation.PLAIN, lanes);
    }
}
