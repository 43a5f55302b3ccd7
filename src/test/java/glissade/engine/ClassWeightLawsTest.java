package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import glissade.data.MemoryData;
import glissade.data.Split;
import glissade.model.Activation;
import glissade.model.ClassWeight;
import glissade.model.ExactLoss;
import glissade.model.ModelSpec;
import glissade.numeric.Block;
import glissade.optim.BatchSize;
import glissade.optim.Penalty;
import glissade.optim.Sgd;
import glissade.optim.TrainingSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What rows counted by class do to a training, and what they leave as it is. */
class ClassWeightLawsTest {
    private static final int[] LABELS = {0, 0, 0, 0, 0, 0, 1, 1, 1, 2};

    /** 300 rows of three classes; 6, 3 and 1 of ten, or as many of each. */
    private static MemoryData data(boolean even) {
        int rows = 300;
        Block block = Trials.block(rows, 0.4, 5, 0);
        float[] targets = new float[rows];
        for (int row = 0; row < rows; row++) {
            targets[row] = even ? row % 3 : LABELS[row % LABELS.length];
        }
        Block training = Block.dense(block.width(), block.values(), targets);
        return MemoryData.of(training, training, training, List.of("a", "b", "c"), 1);
    }

    private static LaneResult train(ModelSpec model, MemoryData data, TrainingSpec training) {
        return Trials.train(Trials.cohort(model, List.of(Trials.lane(0, training))), data)
                .get(0);
    }

    @Test
    void balancedClassesOfOneSizeChangeNoBit() {
        TrainingSpec training = Trials.training(3, BatchSize.of(32), 0.1);
        for (ModelSpec model : List.of(Trials.softmax(), Trials.mlp(Activation.TANH, 5))) {
            Bits.assertSame(
                    List.of(train(model, data(true), training)),
                    List.of(train(Trials.balanced(model), data(true), training)),
                    model.toString());
        }
    }

    /** Nothing is learnt at a rate of next to nothing, so that every number is one of the starting values. */
    @Test
    void lossesAreReportedWithoutWeightsAndTheObjectiveWithThem() {
        TrainingSpec training = Trials.training(1, BatchSize.ALL, 1e-30);
        MemoryData data = data(false);
        CurvePoint plain = train(Trials.softmax(), data, training).curve().get(0);
        CohortSpec cohort = Trials.cohort(Trials.balanced(Trials.softmax()), List.of(Trials.lane(0, training)));
        CurvePoint weighted = Trials.train(cohort, data).get(0).curve().get(0);
        assertEquals(plain.trainLoss(), weighted.trainLoss());
        assertEquals(plain.validationLoss(), weighted.validationLoss());
        assertEquals(plain.trainAccuracy(), weighted.trainAccuracy());
        assertNotEquals(plain.trainObjective(), weighted.trainObjective());

        Cohort met = new Cohort(cohort, data.summary(), 1);
        float[] logical = new float[met.architecture().parameters()];
        met.layout().read(met.initialParameters(), 0, logical);
        ExactLoss exact = new ExactLoss(
                met.architecture(),
                data.load(0).rows(Split.TRAIN),
                IntStream.range(0, 300).toArray(),
                0,
                ClassWeight.BALANCED.weights(List.of(180L, 90L, 30L)));
        exact.set(logical);
        assertEquals(exact.value(), weighted.trainObjective(), 1e-6);
    }

    @Test
    void thePenaltyIsNotWeighted() {
        TrainingSpec plain = Trials.training(1, BatchSize.ALL, 1e-30);
        Penalty penalty = new Penalty(0.5, Penalty.Form.PLAIN);
        TrainingSpec penalised = Trials.with(plain, Sgd.KIND.recipe(), penalty, plain.clipping());
        ModelSpec model = Trials.softmax();
        double unweighted = train(model, data(false), penalised).curve().get(0).trainObjective()
                - train(model, data(false), plain).curve().get(0).trainObjective();
        double weighted = train(Trials.balanced(model), data(false), penalised)
                        .curve()
                        .get(0)
                        .trainObjective()
                - train(Trials.balanced(model), data(false), plain)
                        .curve()
                        .get(0)
                        .trainObjective();
        assertEquals(unweighted, weighted, 1e-12);
    }

    /** Without features only a bias is learnt: the share of each class, which weights make equal. */
    @Test
    void rareClassesCountAsMuchAsFrequentOnes() {
        float[] targets = new float[100];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = LABELS[row % LABELS.length];
        }
        Block rows = Block.dense(1, new float[targets.length], targets);
        MemoryData data = MemoryData.of(rows, rows, rows, List.of("a", "b", "c"), 1);
        TrainingSpec training = Trials.training(400, BatchSize.ALL, 1.0);
        float[] biases =
                train(Trials.balanced(Trials.softmax()), data, training).lastParameters();
        assertEquals(biases[3], biases[4], 1e-4);
        assertEquals(biases[3], biases[5], 1e-4);
        float[] shares = train(Trials.softmax(), data, training).lastParameters();
        assertEquals(StrictMath.log(6), shares[3] - shares[5], 1e-2);
    }
}
