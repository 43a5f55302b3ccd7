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
        List<Shard> shards = new ArrayList<>();
        for (int s = 0; s < data.shards(); s++) {
            shards.add(data.load(s));
        }
        Cohort cohort = new Cohort(spec, data.summary(), data.shards());
        CohortState state = new CohortState(cohort);
        CohortLoop loop = new CohortLoop(cohort, state, present -> new Stepper(present, state, shards, kernels));
        while (loop.goesOn()) {
            listener.epochDone(spec, loop.epoch());
        }
        return loop.results();
    }
}
