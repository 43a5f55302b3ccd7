package glissade.run;

import glissade.engine.CurvePoint;
import glissade.engine.LaneResult;
import glissade.engine.LayerPoint;
import java.util.List;
import java.util.Locale;

/**
 * What became of a trial, without its parameters: thousands of these are kept until the tables are written.
 *
 * @param status completed, stopped, diverged or failed
 * @param reason why it ended early; empty if it did not
 * @param curve one point for each completed epoch
 * @param bestEpoch from 1; 0 if there is none
 * @param last the last epoch, null if none was completed
 * @param best the best epoch, null if there is none
 * @param layers norms of its layers, where they were recorded
 * @param data fingerprint of what it was trained on
 * @param bestLossEpoch from 1; 0 if there is none
 * @param bestAccuracyEpoch from 1; 0 if there is none
 * @param trace of its single steps
 */
record TrialOutcome(
        String trialId,
        String status,
        String reason,
        List<CurvePoint> curve,
        int bestEpoch,
        CurvePoint last,
        CurvePoint best,
        List<LayerPoint> layers,
        String data,
        int bestLossEpoch,
        int bestAccuracyEpoch,
        StepTrace trace) {
    static final String DIVERGED = statusText(LaneResult.Status.DIVERGED);
    static final String FAILED = "failed";

    static TrialOutcome of(LaneResult result, SweepCohort cohort) {
        return of(result, cohort.fingerprint(), cohort.stepsAnEpoch());
    }

    static TrialOutcome of(LaneResult result, String fingerprint, long stepsAnEpoch) {
        return new TrialOutcome(
                result.trialId(),
                statusText(result.status()),
                result.reason(),
                result.curve(),
                result.bestEpoch(),
                result.last(),
                result.best(),
                result.layers(),
                fingerprint,
                result.bestLossEpoch(),
                result.bestAccuracyEpoch(),
                StepTrace.of(result, stepsAnEpoch));
    }

    static TrialOutcome failed(String trialId, String reason, String data) {
        return new TrialOutcome(
                trialId, FAILED, reason, List.of(), 0, null, null, List.of(), data, 0, 0, StepTrace.NONE);
    }

    private static String statusText(LaneResult.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
