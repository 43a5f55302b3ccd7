package glissade.bench;

import glissade.engine.CohortSpec;
import glissade.engine.LaneSpec;
import glissade.model.ModelSpec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Something to train: {@value #LANES} lanes of softmax regression by plain descent.
 *
 * @param floats parameters of all lanes together
 * @param partitions each with one shard
 * @param batch rows of a step
 * @param jobs cohorts that train at once
 */
record GrowthPoint(int floats, int partitions, int batch, int jobs) {
    static final int EPOCHS = 4;

    private static final int LANES = 16;
    private static final int FLOATS_OF_FEATURE = LANES * PlainShards.CLASSES;
    private static final long LARGE = 4_000_000;
    private static final int FEW_STEPS = 4;
    private static final int MANY_STEPS = 20;

    /** Of an epoch. */
    int steps() {
        boolean few = (long) floats * partitions > LARGE || batch > LARGE / PlainShards.STORED;
        return few ? FEW_STEPS : MANY_STEPS;
    }

    PlainShards data() {
        return new PlainShards((long) batch * steps(), floats / FLOATS_OF_FEATURE - 1, partitions);
    }

    CohortSpec cohort(int number) {
        List<LaneSpec> lanes = IntStream.range(0, LANES)
                .mapToObj(lane -> new LaneSpec(
                        "lane-" + lane, PlainTraining.of(EPOCHS, batch, 0.01 * (lane + 1)), PlainTraining.SEED))
                .toList();
        return PlainTraining.cohort(number, ModelSpec.of(ModelSpec.Type.SOFTMAX), lanes);
    }
}
