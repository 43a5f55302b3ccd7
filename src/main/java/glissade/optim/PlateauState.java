package glissade.optim;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/** What a schedule that watches a metric remembers of one trial. */
public final class PlateauState implements Serializable {
    private static final long serialVersionUID = 1;

    private double factor = 1;
    private double reference = Double.NaN;
    private int epochsWithoutGain;

    /** Writes all of it. */
    public void write(DataOutput out) throws IOException {
        out.writeDouble(factor);
        out.writeDouble(reference);
        out.writeInt(epochsWithoutGain);
    }

    /** Becomes what was written. */
    public void read(DataInput in) throws IOException {
        factor = in.readDouble();
        reference = in.readDouble();
        epochsWithoutGain = in.readInt();
    }

    public double factor() {
        return factor;
    }

    /** Takes the metric of an epoch, larger being better, and lowers the factor when it has stalled. */
    void see(double metric, double threshold, double patience, double multiplier) {
        if (Double.isNaN(reference)) {
            reference = metric;
            return;
        }
        epochsWithoutGain = metric - reference < threshold ? epochsWithoutGain + 1 : 0;
        reference = metric;
        if (epochsWithoutGain >= patience) {
            factor *= multiplier;
            epochsWithoutGain = 0;
        }
    }
}
