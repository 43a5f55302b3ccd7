package glissade.engine;

import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Sgd;
import glissade.optim.TrainingSpec;

/**
 * Where in the space of parameters a gradient is checked. The lanes of a cohort there have the loss they had, and nothing
 * that makes of its gradient something else: plain descent without clipping.
 */
public enum CheckPoint {
    /** The trial's own starting parameters, which may be all zero: half of a model's gradient then is, too. */
    START {
        @Override
        LaneSpec of(LaneSpec lane) {
            TrainingSpec training = lane.training();
            return new LaneSpec(lane.trialId(), plain(training, training.weights(), training.biases()), lane.seed());
        }
    },
    /** Weights that keep a layer's outputs about the size of its inputs, small biases, none of them zero. */
    RANDOM {
        @Override
        LaneSpec of(LaneSpec lane) {
            return new LaneSpec(lane.trialId(), plain(lane.training(), WEIGHTS, BIASES), ~lane.seed());
        }
    };

    private static final Initialiser WEIGHTS = new Initialiser(Initialiser.Kind.LECUN, 0, 0);
    private static final Initialiser BIASES = new Initialiser(Initialiser.Kind.NORMAL, 0.1, 0);

    abstract LaneSpec of(LaneSpec lane);

    /** The cohort at this point. */
    CohortSpec of(CohortSpec cohort) {
        return new CohortSpec(
                cohort.number(),
                cohort.model(),
                cohort.orderSeed(),
                cohort.selection(),
                cohort.evaluation(),
                cohort.lanes().stream().map(this::of).toList());
    }

    private static TrainingSpec plain(TrainingSpec training, Initialiser weights, Initialiser biases) {
        return new TrainingSpec(
                training.epochs(),
                training.batchSize(),
                training.learningRate(),
                training.schedule(),
                Sgd.KIND.recipe(),
                training.penalty(),
                Clipping.NONE,
                weights,
                biases,
                training.stop());
    }
}
