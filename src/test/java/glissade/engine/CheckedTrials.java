package glissade.engine;

import glissade.data.MemoryData;
import glissade.model.Activation;
import glissade.model.Head;
import glissade.model.ModelSpec;
import glissade.model.Surface;
import glissade.numeric.Block;
import glissade.optim.BatchSize;
import glissade.optim.Initialiser;
import glissade.optim.Penalty;
import glissade.optim.TrainingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Every kind of gradient there is, small enough that all of its parameters are checked. */
final class CheckedTrials {
    static final int BATCH = 16;

    private static final int ROWS = 40;

    private CheckedTrials() {}

    /**
     * A model and what it learns.
     *
     * @param classes 0 for a value
     */
    record Learner(ModelSpec model, int classes) {
        MemoryData data(long seed) {
            Block block = Trials.block(ROWS, 0.4, seed, classes);
            Block training = model.type() == ModelSpec.Type.SURFACE ? firstTwo(block) : block;
            Block none = Block.dense(training.width(), new float[0], new float[0]);
            List<String> names =
                    IntStream.range(0, classes).mapToObj(Integer::toString).toList();
            return MemoryData.of(training, none, none, names, 1);
        }

        private static Block firstTwo(Block block) {
            float[] values = new float[2 * block.rows()];
            for (int i = 0; i < values.length; i++) {
                values[i] = block.values()[i / 2 * block.width() + i % 2];
            }
            return Block.dense(2, values, block.targets());
        }
    }

    static Learner softmax() {
        return new Learner(ModelSpec.of(ModelSpec.Type.SOFTMAX), Trials.CLASSES);
    }

    static Learner mlp(Activation activation) {
        return new Learner(ModelSpec.mlp(activation, 6, 17), Trials.CLASSES);
    }

    /** Every type, head, activation and depth, with biases and without, and the surfaces. */
    static List<Learner> learners() {
        List<Learner> learners = new ArrayList<>(withAndWithoutBias(softmax()));
        ModelSpec linear = ModelSpec.of(ModelSpec.Type.LINEAR);
        learners.addAll(withAndWithoutBias(new Learner(linear, 0)));
        learners.addAll(withAndWithoutBias(new Learner(linear.withHead(Head.HALF_MSE), 0)));
        learners.addAll(withAndWithoutBias(new Learner(ModelSpec.of(ModelSpec.Type.LOGISTIC), 2)));
        for (Activation activation : Activation.values()) {
            for (Integer[] hidden : new Integer[][] {{5}, {6, 17}, {4, 3, 5}}) {
                for (Head head : Head.values()) {
                    ModelSpec model = ModelSpec.mlp(activation, head, hidden);
                    classes(head).forEach(classes -> learners.addAll(withAndWithoutBias(new Learner(model, classes))));
                }
            }
        }
        learners.add(new Learner(Trials.balanced(softmax().model()), Trials.CLASSES));
        learners.add(new Learner(Trials.balanced(ModelSpec.of(ModelSpec.Type.LOGISTIC)), 2));
        learners.add(new Learner(Trials.balanced(ModelSpec.mlp(Activation.RELU, Head.BINARY, 5)), 2));
        learners.add(new Learner(Trials.balanced(mlp(Activation.TANH).model()), Trials.CLASSES));
        for (Surface surface : Surface.values()) {
            learners.add(new Learner(ModelSpec.surface(surface, 0), 0));
            learners.add(new Learner(ModelSpec.surface(surface, 0.5), 0));
        }
        return learners;
    }

    private static List<Integer> classes(Head head) {
        return switch (head) {
            case SOFTMAX -> List.of(2, Trials.CLASSES);
            case BINARY -> List.of(2);
            case MSE, HALF_MSE -> List.of(0, Trials.CLASSES);
        };
    }

    private static List<Learner> withAndWithoutBias(Learner learner) {
        return List.of(learner, new Learner(learner.model().withoutBias(), learner.classes()));
    }

    /** No penalty and both forms of it. */
    static List<Penalty> penalties() {
        return List.of(Penalty.NONE, new Penalty(0.7, Penalty.Form.PER_BATCH), new Penalty(0.3, Penalty.Form.PLAIN));
    }

    /** Lanes of different seeds and penalties. */
    static CohortSpec cohort(Learner learner, Penalty penalty, int lanes, long seed) {
        boolean surface = learner.model().type() == ModelSpec.Type.SURFACE;
        Initialiser weights = surface
                ? new Initialiser(Initialiser.Kind.POINT, -1.2, 1)
                : new Initialiser(Initialiser.Kind.NORMAL, 0.4, 0);
        TrainingSpec plain = Trials.training(1, BatchSize.of(BATCH), 0.1, weights);
        List<LaneSpec> specs = IntStream.range(0, lanes)
                .mapToObj(lane -> {
                    Penalty own = new Penalty(penalty.lambda() * (1 + lane), penalty.form());
                    TrainingSpec training = Trials.with(plain, plain.optimizer(), own, plain.clipping());
                    return new LaneSpec("trial-" + lane, training, 10 * seed + lane);
                })
                .toList();
        return Trials.cohort(learner.model(), specs);
    }
}
