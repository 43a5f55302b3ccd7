package glissade.engine;

import glissade.optim.BatchSize;
import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Penalty;
import glissade.optim.Recipe;
import glissade.optim.Schedules;
import glissade.optim.Sgd;
import glissade.optim.StopRules;
import glissade.optim.TrainingSpec;

/** A training spec in the making: plain descent in everything that a test does not name. */
final class Descent {
    private int epochs = 20;
    private BatchSize batchSize = BatchSize.of(31);
    private double rate = 0.05;
    private Recipe schedule = Schedules.CONSTANT.recipe();
    private Recipe optimizer = Sgd.KIND.recipe();
    private Penalty penalty = Penalty.NONE;
    private Clipping clipping = Clipping.NONE;
    private Initialiser weights = new Initialiser(Initialiser.Kind.XAVIER, 0, 0);
    private Initialiser biases = new Initialiser(Initialiser.Kind.UNIFORM, -0.1, 0.1);
    private StopRules stop = StopRules.NONE;

    Descent epochs(int count) {
        epochs = count;
        return this;
    }

    Descent batch(BatchSize size) {
        batchSize = size;
        return this;
    }

    Descent rate(double base) {
        rate = base;
        return this;
    }

    Descent schedule(Recipe recipe) {
        schedule = recipe;
        return this;
    }

    Descent optimizer(Recipe recipe) {
        optimizer = recipe;
        return this;
    }

    Descent penalty(double lambda, Penalty.Form form) {
        penalty = new Penalty(lambda, form);
        return this;
    }

    Descent clip(Clipping.Kind kind, double bound) {
        clipping = new Clipping(kind, bound);
        return this;
    }

    Descent from(Initialiser both) {
        weights = both;
        biases = both;
        return this;
    }

    /** Starts at a place of a landscape. */
    Descent from(double x, double y) {
        return from(new Initialiser(Initialiser.Kind.POINT, x, y));
    }

    Descent stop(StopRules rules) {
        stop = rules;
        return this;
    }

    Descent steps(long count) {
        return stop(new StopRules(0, 0, count, StopRules.DEFAULT_DIVERGENCE_FACTOR));
    }

    TrainingSpec spec() {
        return new TrainingSpec(epochs, batchSize, rate, schedule, optimizer, penalty, clipping, weights, biases, stop);
    }

    LaneSpec lane(String trialId) {
        return new LaneSpec(trialId, spec(), 7);
    }
}
