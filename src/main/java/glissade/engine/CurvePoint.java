package glissade.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * One trial's numbers at the end of one epoch; NaN where nothing was measured.
 *
 * @param epoch epochs completed, from 1
 * @param steps updates made so far
 * @param learningRate used in this epoch
 * @param trainLoss mean over the epoch's rows of the loss each had just before its batch's update, or, when training is
 *     evaluated in full, at the epoch's end
 * @param trainObjective that plus the penalty on the weights at the epoch's end
 * @param trainAccuracy share of those rows that were predicted right
 */
public record CurvePoint(
        int epoch,
        long steps,
        double learningRate,
        double trainLoss,
        double trainObjective,
        double trainAccuracy,
        double validationLoss,
        double validationAccuracy,
        double testLoss,
        double testAccuracy)
        implements Serializable {
    void write(DataOutput out) throws IOException {
        out.writeInt(epoch);
        out.writeLong(steps);
        for (double number : List.of(
                learningRate,
                trainLoss,
                trainObjective,
                trainAccuracy,
                validationLoss,
                validationAccuracy,
                testLoss,
                testAccuracy)) {
            out.writeDouble(number);
        }
    }

    static CurvePoint read(DataInput in) throws IOException {
        return new CurvePoint(
                in.readInt(),
                in.readLong(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble());
    }

    /** The same epoch as if nothing had been measured at its end; its training loss may have been met on the way. */
    CurvePoint withoutEvaluation(boolean trainWasMet) {
        double none = Double.NaN;
        return new CurvePoint(
                epoch,
                steps,
                learningRate,
                trainWasMet ? trainLoss : none,
                trainWasMet ? trainObjective : none,
                trainWasMet ? trainAccuracy : none,
                none,
                none,
                none,
                none);
    }

    /** The same epoch with test numbers. */
    CurvePoint withTest(double loss, double accuracy) {
        return new CurvePoint(
                epoch,
                steps,
                learningRate,
                trainLoss,
                trainObjective,
                trainAccuracy,
                validationLoss,
                validationAccuracy,
                loss,
                accuracy);
    }
}
