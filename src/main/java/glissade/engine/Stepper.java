package glissade.engine;

import glissade.data.Shard;
import glissade.data.Split;
import glissade.model.GradientSink;
import glissade.model.LossSums;
import glissade.model.Slices;
import glissade.numeric.Kernels;
import java.util.List;
import java.util.Map;

/**
 * One cohort, one step, in memory. With one shard and a batch of one tile the parameters are updated slice by slice while
 * the gradient is in cache; otherwise the shards' gradients are summed in the canonical tree first.
 */
final class Stepper implements StepRunner {
    private final List<Shard> shards;
    private final ShardWork work;
    private final ShardTree tree;
    private final CohortUpdate update;
    private final DirectUpdate direct;

    Stepper(Cohort cohort, CohortState state, List<Shard> shards, Kernels kernels) {
        this.shards = shards;
        this.work = new ShardWork(cohort, kernels);
        this.tree = new ShardTree(shards, work, cohort.lanes());
        this.update = new CohortUpdate(cohort, state, kernels);
        this.direct = new DirectUpdate(Slices.largest(work.layout()));
    }

    @Override
    public void step(CohortState state, long step, double[] rates, LossSums batch, LayerNorms norms) {
        long rows = work.order().rows(step);
        update.begin(rates, rows);
        batch.clear();
        if (shards.size() == 1 && work.batchIsOneTile() && norms == null && !update.needsWhole()) {
            direct.parameters = state.parameters();
            work.gradient(shards.get(0), state.epochs(), step, state.parameters(), batch, direct);
            return;
        }
        tree.sum(state.epochs(), step, state.parameters());
        batch.add(tree.sums());
        if (norms != null) {
            norms.measure(state.parameters(), tree.gradient(), rows);
        }
        update.applyAll(state.parameters(), tree.gradient());
    }

    @Override
    public void evaluate(float[] parameters, Map<Split, LossSums> sums) {
        sums.forEach((split, whole) -> evaluate(parameters, split, whole));
    }

    private void evaluate(float[] parameters, Split split, LossSums whole) {
        CanonicalSum sum = new CanonicalSum();
        for (Shard shard : shards) {
            sum.add(work.evaluation(shard, split, parameters));
        }
        whole.clear();
        whole.add(sum.root().sums());
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
        public float factor() {
            return update.meanFactor();
        }

        @Override
        public boolean wantsZeros() {
            return !update.skipsZeros();
        }

        @Override
        public void finished(int at, int gradientAt, int count, boolean weights) {
            update.apply(parameters, at, slice, gradientAt, count, weights);
        }
    }
}
