package glissade.engine;

import glissade.data.Shard;
import glissade.data.ShardedData;
import glissade.numeric.Kernels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Trains in memory, but every epoch begins from nothing but the bytes of the state that the one before left. */
final class PiecewiseEngine implements Engine {
    private final List<Integer> present = new ArrayList<>();

    @Override
    public List<LaneResult> train(CohortSpec spec, ShardedData data, EpochListener listener) {
        List<Shard> shards =
                IntStream.range(0, data.shards()).mapToObj(data::load).toList();
        Cohort cohort = new Cohort(spec, data.summary(), data.shards());
        CohortState state = new CohortState(cohort);
        CohortLoop loop = loop(cohort, state, shards);
        while (loop.goesOn()) {
            listener.epochDone(spec, loop.epoch());
            present.add(state.slots().length);
            state = copy(state);
            loop = loop(cohort, state, shards);
        }
        return loop.results();
    }

    private static CohortLoop loop(Cohort cohort, CohortState state, List<Shard> shards) {
        Function<Cohort, StepRunner> runners = lanes -> new Stepper(lanes, state, shards, Kernels.best());
        return new CohortLoop(cohort, state, runners);
    }

    private static CohortState copy(CohortState state) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(state);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (CohortState) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many lanes were carried through each epoch, running or not. */
    List<Integer> lanesOfEpochs() {
        return present;
    }
}
