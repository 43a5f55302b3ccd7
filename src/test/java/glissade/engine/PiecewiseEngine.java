package glissade.engine;

import glissade.data.Shard;
import glissade.data.ShardedData;
import glissade.numeric.Kernels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Trains in memory, but every few steps begin from nothing but the bytes of the state that those before left. */
final class PiecewiseEngine implements Engine {
    private static final int STEPS = 5;

    private final List<Integer> present = new ArrayList<>();

    @Override
    public List<LaneResult> train(CohortSpec spec, ShardedData data, EpochListener listener) {
        List<Shard> shards =
                IntStream.range(0, data.shards()).mapToObj(data::load).toList();
        Cohort cohort = new Cohort(spec, data.summary(), data.shards());
        CohortState state = new CohortState(cohort);
        CohortLoop loop = loop(cohort, state, shards);
        while (loop.goesOn()) {
            AtomicInteger left = new AtomicInteger(STEPS);
            if (loop.epoch(() -> left.getAndDecrement() == 0)) {
                listener.epochDone(spec, state.points(state.epochs()));
                present.add(state.slots().length);
            }
            state = copy(cohort, state);
            loop = loop(cohort, state, shards);
        }
        return loop.results();
    }

    private static CohortLoop loop(Cohort cohort, CohortState state, List<Shard> shards) {
        Function<Cohort, StepRunner> runners = lanes -> new Stepper(lanes, state, shards, Kernels.best());
        return new CohortLoop(cohort, state, runners);
    }

    private static CohortState copy(Cohort cohort, CohortState state) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            state.write(cohort, new DataOutputStream(bytes));
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            CohortState copy = CohortState.read(cohort, in);
            if (in.read() >= 0) {
                throw new IllegalStateException("more was written than read");
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many lanes were carried through each epoch, running or not. */
    List<Integer> lanesOfEpochs() {
        return present;
    }
}
