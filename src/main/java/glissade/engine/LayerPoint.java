package glissade.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * The Euclidean norms of one layer of one trial at the end of an epoch.
 *
 * @param layer from 0, input first
 * @param gradientNorm of the weights' mean loss gradient in the epoch's last batch, without penalty
 * @param weightNorm of the weights before that batch's update
 */
public record LayerPoint(int epoch, int layer, double gradientNorm, double weightNorm) implements Serializable {
    void write(DataOutput out) throws IOException {
        out.writeInt(epoch);
        out.writeInt(layer);
        out.writeDouble(gradientNorm);
        out.writeDouble(weightNorm);
    }

    static LayerPoint read(DataInput in) throws IOException {
        return new LayerPoint(in.readInt(), in.readInt(), in.readDouble(), in.readDouble());
    }
}
