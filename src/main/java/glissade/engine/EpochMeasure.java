package glissade.engine;

import glissade.data.Split;
import glissade.model.LossSums;
import glissade.model.ParameterLayout;
import glissade.model.SquaredNorms;
import glissade.optim.Penalty;
import java.util.EnumMap;
import java.util.Map;

/** Collects what the present lanes' epoch came to: losses met on the way, evaluations at its end, penalties, norms. */
final class EpochMeasure {
    private final Cohort cohort;
    private final CohortState state;
    private final StepRunner runner;
    private final Rates rates;
    private final ParameterLayout layout;
    private final LossSums met;
    private final LossSums train;
    private final LossSums validation;
    private final LossSums test;
    /** The sums that an evaluation fills in. */
    private final Map<Split, LossSums> evaluated = new EnumMap<>(Split.class);

    private LayerNorms norms;
    private double[] squaredWeights;

    EpochMeasure(Cohort cohort, CohortState state, StepRunner runner, Rates rates) {
        this.cohort = cohort;
        this.state = state;
        this.runner = runner;
        this.rates = rates;
        this.layout = cohort.layout();
        this.met = state.met();
        this.train = cohort.spec().evaluation().trainInFull() ? new LossSums(cohort.lanes()) : met;
        this.validation = new LossSums(cohort.lanes());
        this.test = new LossSums(cohort.lanes());
        if (train != met) {
            evaluated.put(Split.TRAIN, train);
        }
        if (cohort.data().rows(Split.VALIDATION) > 0) {
            evaluated.put(Split.VALIDATION, validation);
        }
        if (cohort.spec().evaluation().testEachEpoch() && cohort.data().rows(Split.TEST) > 0) {
            evaluated.put(Split.TEST, test);
        }
    }

    void begin() {
        met.clear();
        norms = null;
    }

    void add(LossSums batch, LayerNorms batchNorms) {
        met.add(batch);
        norms = batchNorms;
    }

    /** Takes the size of the parameters as they are now. */
    void weigh() {
        squaredWeights = new double[cohort.lanes()];
        if (cohort.lane(0).training().penalty().isPresent()) {
            SquaredNorms norms = new SquaredNorms(layout);
            for (int layer = 0; layer < layout.architecture().layers(); layer++) {
                norms.add(state.parameters(), layer, true, squaredWeights);
            }
        }
    }

    /** Measures the parameters as they are now. */
    void evaluate() {
        if (!evaluated.isEmpty()) {
            runner.evaluate(state.parameters(), evaluated);
        }
    }

    /** What a lane's epoch came to; without an evaluation only what was met on the way. */
    CurvePoint point(int lane, int epoch, boolean evaluated) {
        CurvePoint point = point(lane, epoch);
        return evaluated ? point : point.withoutEvaluation(train == met);
    }

    private CurvePoint point(int lane, int epoch) {
        boolean classifies = layout.architecture().classifies();
        Penalty penalty = cohort.lane(lane).training().penalty();
        double objective = train.meanWeightedLoss(lane);
        return new CurvePoint(
                epoch,
                state.steps(),
                rates.last(lane),
                train.meanLoss(lane),
                penalty.isPresent() ? objective + penalty.value(squaredWeights[lane], cohort.batchRows()) : objective,
                classifies ? train.accuracy(lane) : Double.NaN,
                validation.meanLoss(lane),
                classifies ? validation.accuracy(lane) : Double.NaN,
                test.meanLoss(lane),
                classifies ? test.accuracy(lane) : Double.NaN);
    }

    void recordLayers(int lane, int epoch) {
        if (norms != null) {
            norms.record(lane, epoch, state.lane(lane));
        }
    }
}
