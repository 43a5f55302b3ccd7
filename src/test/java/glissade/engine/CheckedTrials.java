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
    private static final int ROWS = 40;

    private CheckedTrials() {}

    /** What a model learns. */
    enum Target {
        CLASSES,
        TWO_CLASSES,
        VALUE
    }

    /** A model and a target that it can learn. */
    record Learner(ModelSpec model, Target target) {
        MemoryData data(long seed) {
            return CheckedTrials.data(model, target, seed);
        }
    }

    /** Every type, head, activation and depth, with biases and without, and the surfaces. */
    static List<Learner> learners() {
        List<Learner> learners = new ArrayList<>();
        for (Learner learner : List.of(
                new Learner(ModelSpec.of(ModelSpec.Type.SOFTMAX), Target.CLASSES),
                new Learner(ModelSpec.of(ModelSpec.Type.LOGISTIC), Target.TWO_CLASSES),
                new Learner(ModelSpec.of(ModelSpec.Type.LINEAR), Target.VALUE),
                new Learner(ModelSpec.of(ModelSpec.Type.LINEAR).withHead(Head.HALF_MSE), Target.VALUE))) {
            learners.addAll(withAndWithoutBias(learner));
        }
        for (Activation activation : Activation.values()) {
            for (Integer[] hidden : new Integer[][] {{5}, {6, 17}, {4, 3, 5}}) {
                for (Head head : Head.values()) {
                    ModelSpec model = ModelSpec.mlp(activation, head, hidden);
                    targets(head).forEach(target -> learners.addAll(withAndWithoutBias(new Learner(model, target))));
                }
            }
        }
        for (Surface surface : Surface.values()) {
            learners.add(new Learner(ModelSpec.surface(surface, 0), Target.VALUE));
            learners.add(new Learner(ModelSpec.surface(surface, 0.5), Target.VALUE));
        }
        return learners;
    }

    private static List<Target> targets(Head head) {
        return switch (head) {
            case SOFTMAX -> List.of(Target.CLASSES, Target.TWO_CLASSES);
            case BINARY -> List.of(Target.TWO_CLASSES);
            case MSE, HALF_MSE -> List.of(Target.VALUE, Target.CLASSES);
        };
    }

    private static List<Learner> withAndWithoutBias(Learner learner) {
        return List.of(learner, new Learner(learner.model().withoutBias(), learner.target()));
    }

    private static MemoryData data(ModelSpec model, Target target, long seed) {
        Block classes = Trials.block(ROWS, 0.4, seed, Trials.CLASSES);
        Block rows = model.type() == ModelSpec.Type.SURFACE ? firstTwo(classes) : classes;
        float[] targets = rows.targets().clone();
        for (int row = 0; row < ROWS; row++) {
            targets[row] = switch (target) {
                case CLASSES -> targets[row];
                case TWO_CLASSES -> targets[row] % 2;
                case VALUE -> 0.7f * targets[row] - 1 + 0.01f * row;
            };
        }
        Block training = Block.dense(rows.width(), rows.values(), targets);
        int count = target == Target.CLASSES ? Trials.CLASSES : target == Target.TWO_CLASSES ? 2 : 0;
        List<String> names =
                IntStream.range(0, count).mapToObj(Integer::toString).toList();
        Block none = Block.dense(rows.width(), new float[0], new float[0]);
        return MemoryData.of(training, none, none, names, 1);
    }

    private static Block firstTwo(Block block) {
        float[] values = new float[2 * block.rows()];
        for (int i = 0; i < values.length; i++) {
            values[i] = block.values()[i / 2 * block.width() + i % 2];
        }
        return Block.dense(2, values, block.targets());
    }

    /** No penalty and both forms of it. */
    static List<Penalty> penalties() {
        return List.of(Penalty.NONE, new Penalty(0.7, Penalty.Form.PER_BATCH), new Penalty(0.3, Penalty.Form.PLAIN));
    }

    /** Lanes of different seeds and penalties, on batches of 32 rows. */
    static CohortSpec cohort(Learner learner, Penalty penalty, int lanes, long seed) {
        boolean surface = learner.model().type() == ModelSpec.Type.SURFACE;
        Initialiser weights = surface
                ? new Initialiser(Initialiser.Kind.POINT, -1.2, 1)
                : new Initialiser(Initialiser.Kind.NORMAL, 0.4, 0);
        TrainingSpec plain = Trials.training(1, BatchSize.of(32), 0.1, weights);
        List<LaneSpec> specs = IntStream.range(0, lanes)
                .mapToObj(lane -> {
                    Penalty own = new Penalty(penalty.lambda() * (1 + lane), penalty.form());
                    return new LaneSpec("trial-" + lane, with(plain, own), 10 * seed + lane);
                })
                .toList();
        return Trials.cohort(learner.model(), specs);
    }

    private static TrainingSpec with(TrainingSpec spec, Penalty penalty) {
        return new TrainingSpec(
                spec.epochs(),
                spec.batchSize(),
                spec.learningRate(),
                spec.schedule(),
                spec.optimizer(),
                penalty,
                spec.clipping(),
                spec.weights(),
                spec.biases(),
                spec.stop());
    }
}
