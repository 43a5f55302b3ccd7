package glissade.engine;

import glissade.data.Shard;
import glissade.data.ShardedData;
import glissade.numeric.Kernels;
import java.util.ArrayList;
import java.util.List;

/** Trains in the calling thread without Spark: what every other engine must equal, and what each in-task leg runs. */
public final class MemoryEngine implements Engine {
    private final Kernels kernels;

    public MemoryEngine(Kernels kernels) {
        this.kernels = kernels;
    }

    @Override
    public List<LaneResult> train(CohortSpec spec, ShardedData data, EpochListener listener) {
        SingleAssignment single = new SingleAssignment(spec, data, listener);
        train(single);
        return single.results();
    }

    @Override
    public void train(Assignment assignment) {
        List<Shard> shards = new ArrayList<>();
        for (int s = 0; s < assignment.data().shards(); s++) {
            shards.add(assignment.data().load(s));
        }
        new StraightTraining(assignment, (present, state) -> new Stepper(present, state, shards, kernels)).run();
    }
}
