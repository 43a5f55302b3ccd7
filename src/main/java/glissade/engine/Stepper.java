package glissade.engine;

import glissade.data.Shard;
import glissade.data.Split;
import glissade.model.GradientSink;
import glissade.model.LossSums;
import glissade.model.ParameterLayout;
import glissade.model.Slices;
import glissade.numeric.Kernels;
import glissade.optim.Update;
import java.util.List;

/**
 * One cohort, one step, in memory. With one shard and a batch of one tile the parameters are updated slice by slice while
 * the gradient is in cache; otherwise the shards' gradients are summed in the canonical tree first.
 */
final class Stepper implements StepRunner {
    private final List<Shard> shards;
    private final ShardWork work;
    private final Update update;
    private final DirectUpdate direct;

    Stepper(Cohort cohort, List<Shard> shards, Kernels kernels) {
        this.shards = shards;
        this.work = new ShardWork(cohort, kernels);
        this.update = new Update(kernels, cohort.rates(work.layout()));
        this.direct = new DirectUpdate(Slices.largest(work.layout()));
    }

    @Override
    public void step(CohortState state, long step, LossSums batch) {
        update.begin(work.order().rows(step));
        batch.clear();
        if (shards.size() == 1 && work.batchIsOneTile()) {
            direct.parameters = state.parameters();
            work.gradient(shards.get(0), state.epochs(), step, state.parameters(), batch, direct);
            return;
        }
        CanonicalSum sum = new CanonicalSum();
        for (Shard shard : shards) {
            sum.add(work.partial(shard, state.epochs(), step, state.parameters()));
        }
        ShardPartial root = sum.root();
        batch.add(root.sums());
        applyAll(work.layout(), update, state.parameters(), root.gradient());
    }

    /** Updates all parameters from a whole gradient. */
    static void applyAll(ParameterLayout layout, Update update, float[] parameters, float[] gradient) {
        int slice = Slices.largest(layout) / layout.width() * layout.width();
        for (int at = 0; at < layout.size(); at += slice) {
            update.apply(parameters, at, gradient, at, Math.min(slice, layout.size() - at));
        }
    }

    @Override
    public void evaluate(float[] parameters, Split split, LossSums sums) {
        CanonicalSum sum = new CanonicalSum();
        for (Shard shard : shards) {
            sum.add(work.evaluation(shard, split, parameters));
        }
        sums.clear();
        sums.add(sum.root().sums());
    }

    /** Updates each slice of parameters as soon as its gradient is complete. */
    private final class DirectUpdate implements GradientSink {
        private final float[] slice;
        private float[] parameters;

        DirectUpdate(int length) {
            slice = new float[length];
        }

        @Override
        public float[] gradient() {
            return slice;
        }

        @Override
        public boolean keeps() {
            return false;
        }

        @Override
        public boolean resumes() {
            return false;
        }

        @Override
        public boolean wantsZeros() {
            return !update.skipsZeros();
        }

        @Override
        public void finished(int at, int gradientAt, int count, boolean weights) {
            update.apply(parameters, at, slice, gradientAt, count);
        }
    }
}
