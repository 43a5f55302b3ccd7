package glissade.engine;

import glissade.data.Split;
import glissade.model.LossSums;
import glissade.model.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures the test split at the end of training, at each lane's last parameters and, where they are kept, its best. */
final class FinalTest {
    private final Cohort cohort;
    private final List<LaneHistory> histories;
    private final StepRunner runner;

    FinalTest(Cohort cohort, List<LaneHistory> histories, StepRunner runner) {
        this.cohort = cohort;
        this.histories = histories;
        this.runner = runner;
    }

    List<LaneResult> results() {
        List<CurvePoint> last = points(false, test(false));
        List<CurvePoint> best =
                points(true, cohort.spec().selection().best() ? test(true) : new LossSums(cohort.lanes()));
        List<LaneResult> results = new ArrayList<>();
        for (int lane = 0; lane < histories.size(); lane++) {
            results.add(histories.get(lane).result(last.get(lane), best.get(lane)));
        }
        return results;
    }

    private LossSums test(boolean best) {
        LossSums sums = new LossSums(cohort.lanes());
        if (cohort.data().rows(Split.TEST) == 0) {
            return sums;
        }
        ParameterLayout layout = cohort.layout();
        float[] parameters = new float[layout.size()];
        for (int lane = 0; lane < histories.size(); lane++) {
            LaneHistory history = histories.get(lane);
            float[] logical = best ? history.bestParameters() : history.lastParameters();
            if (logical != null) {
                layout.write(logical, lane, parameters);
            }
        }
        runner.evaluate(parameters, Map.of(Split.TEST, sums));
        return sums;
    }

    /** Each lane's last or best epoch with the test numbers just measured; those it has already stay without. */
    private List<CurvePoint> points(boolean best, LossSums test) {
        boolean classifies = cohort.architecture().classifies();
        List<CurvePoint> points = new ArrayList<>();
        for (int lane = 0; lane < histories.size(); lane++) {
            LaneHistory history = histories.get(lane);
            int epoch = best ? history.bestEpoch() : history.curve().size();
            CurvePoint point = epoch == 0 ? null : history.curve().get(epoch - 1);
            boolean measured = point != null && test.rows() > 0;
            points.add(
                    measured
                            ? point.withTest(test.meanLoss(lane), classifies ? test.accuracy(lane) : Double.NaN)
                            : point);
        }
        return points;
    }
}
