package glissade.engine;

import glissade.engine.LaneResult.Status;
import glissade.engine.Selection.Measure;
import glissade.model.ModelSpec;
import glissade.numeric.FloatBytes;
import glissade.optim.PlateauState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What one lane has done so far: its curve, its best epoch with a copy of the parameters, and how it ended. */
final class LaneHistory implements Serializable {
    private static final long serialVersionUID = 1;

    /** With the last place of all 2,000 points of a trajectory. */
    private static final int MOST_PLACES = 1_998;

    /** What is written in place of the length of parameters that are not there. */
    private static final int NONE = -1;

    private final LaneSpec spec;
    private final Selection selection;
    private final ArrayList<CurvePoint> curve = new ArrayList<>();
    private final ArrayList<LayerPoint> layers = new ArrayList<>();
    private final PlateauState plateau = new PlateauState();
    private final Snapshots snapshots = new Snapshots();
    private final BestEpoch best;
    private final BestEpoch bestLoss;
    private final BestEpoch bestAccuracy;
    private StepSeries steps;
    private StepSeries trajectory;
    private Status status;
    private String reason = "";
    private CurvePoint firstEvaluated;
    private CurvePoint lastEvaluated;
    private double changeOfTrainLoss = Double.NaN;
    private float[] bestParameters;
    private float[] lastParameters;
    private int timesAboveLimit;

    LaneHistory(LaneSpec spec, CohortSpec cohort) {
        this(spec, cohort.selection());
        this.steps = cohort.evaluation().steps().series();
        int distance = Math.max(1, cohort.evaluation().steps().every());
        boolean landscape = cohort.model().type() == ModelSpec.Type.SURFACE;
        this.trajectory = landscape ? StepSeries.bounded(3, distance, MOST_PLACES) : null;
    }

    /** To be read from what was written. */
    LaneHistory(LaneSpec spec, Selection selection) {
        this.spec = spec;
        this.selection = selection;
        this.best = new BestEpoch(selection);
        this.bestLoss = new BestEpoch(selection.of(Measure.LOSS));
        this.bestAccuracy = new BestEpoch(selection.of(Measure.ACCURACY));
    }

    boolean isRunning() {
        return status == null;
    }

    LaneSpec spec() {
        return spec;
    }

    List<CurvePoint> curve() {
        return curve;
    }

    List<LayerPoint> layers() {
        return layers;
    }

    /** What the lane's schedule remembers of a watched metric. */
    PlateauState plateau() {
        return plateau;
    }

    /** Loss and rate of single steps; null where none are recorded. */
    StepSeries steps() {
        return steps;
    }

    /** The way over a landscape; null for other models. */
    StepSeries trajectory() {
        return trajectory;
    }

    /** Parameters after chosen epochs. */
    Snapshots snapshots() {
        return snapshots;
    }

    int bestEpoch() {
        return best.epoch();
    }

    int bestLossEpoch() {
        return bestLoss.epoch();
    }

    int bestAccuracyEpoch() {
        return bestAccuracy.epoch();
    }

    /** The first epoch at whose end everything was measured. */
    CurvePoint firstEvaluated() {
        return firstEvaluated;
    }

    /** By how much the training loss differed in the last two evaluated epochs; NaN before there are two. */
    double changeOfTrainLoss() {
        return changeOfTrainLoss;
    }

    float[] bestParameters() {
        return bestParameters;
    }

    float[] lastParameters() {
        return lastParameters;
    }

    void end(Status how, String why, float[] parameters) {
        status = how;
        reason = why;
        lastParameters = parameters;
    }

    /** Takes the numbers of an epoch at whose end nothing was evaluated. */
    void add(CurvePoint point) {
        curve.add(point);
    }

    /** Takes the numbers of an evaluated epoch, and a copy of the parameters to keep if it is the best so far. */
    void add(CurvePoint point, float[] parameters) {
        curve.add(point);
        bestLoss.see(point);
        bestAccuracy.see(point);
        if (best.see(point)) {
            bestParameters = selection.best() ? parameters : null;
        }
        if (lastEvaluated == null) {
            firstEvaluated = point;
        } else {
            changeOfTrainLoss = Math.abs(point.trainLoss() - lastEvaluated.trainLoss());
        }
        lastEvaluated = point;
    }

    void add(LayerPoint point) {
        layers.add(point);
    }

    /** Counts evaluations in a row with a training loss above a limit. */
    int countAboveLimit(boolean above) {
        timesAboveLimit = above ? timesAboveLimit + 1 : 0;
        return timesAboveLimit;
    }

    /** Writes all that has happened; the parameters too, where they are wanted. */
    void write(boolean withParameters, DataOutput out) throws IOException {
        out.writeUTF(status == null ? "" : status.name());
        out.writeUTF(reason);
        out.writeInt(curve.size());
        for (CurvePoint point : curve) {
            point.write(out);
        }
        out.writeInt(layers.size());
        for (LayerPoint point : layers) {
            point.write(out);
        }
        plateau.write(out);
        for (StepSeries series : new StepSeries[] {steps, trajectory}) {
            out.writeBoolean(series != null);
            if (series != null) {
                series.write(out);
            }
        }
        snapshots.write(withParameters, out);
        for (int epoch : new int[] {
            best.epoch(), bestLoss.epoch(), bestAccuracy.epoch(), epoch(firstEvaluated), epoch(lastEvaluated)
        }) {
            out.writeInt(epoch);
        }
        out.writeDouble(changeOfTrainLoss);
        out.writeInt(timesAboveLimit);
        write(withParameters ? bestParameters : null, out);
        write(withParameters ? lastParameters : null, out);
    }

    /** Becomes what was written of the same lane. */
    void read(DataInput in) throws IOException {
        String how = in.readUTF();
        status = how.isEmpty() ? null : Status.valueOf(how);
        reason = in.readUTF();
        int points = in.readInt();
        for (int i = 0; i < points; i++) {
            curve.add(CurvePoint.read(in));
        }
        int layerPoints = in.readInt();
        for (int i = 0; i < layerPoints; i++) {
            layers.add(LayerPoint.read(in));
        }
        plateau.read(in);
        steps = in.readBoolean() ? StepSeries.read(in) : null;
        trajectory = in.readBoolean() ? StepSeries.read(in) : null;
        snapshots.read(in);
        for (BestEpoch each : List.of(best, bestLoss, bestAccuracy)) {
            each.restore(point(in.readInt()));
        }
        firstEvaluated = point(in.readInt());
        lastEvaluated = point(in.readInt());
        changeOfTrainLoss = in.readDouble();
        timesAboveLimit = in.readInt();
        bestParameters = readParameters(in);
        lastParameters = readParameters(in);
    }

    private static int epoch(CurvePoint point) {
        return point == null ? 0 : point.epoch();
    }

    private CurvePoint point(int epoch) {
        return epoch == 0 ? null : curve.get(epoch - 1);
    }

    private static void write(float[] parameters, DataOutput out) throws IOException {
        out.writeInt(parameters == null ? NONE : parameters.length);
        if (parameters != null) {
            FloatBytes.write(parameters, parameters.length, out);
        }
    }

    private static float[] readParameters(DataInput in) throws IOException {
        int length = in.readInt();
        if (length == NONE) {
            return null;
        }
        float[] parameters = new float[length];
        FloatBytes.read(parameters, length, in);
        return parameters;
    }

    /** The result, given the test numbers of the last and the best parameters. */
    LaneResult result(CurvePoint last, CurvePoint best) {
        return new LaneResult(this, status, reason, last, best);
    }
}
