package glissade.engine;

import glissade.numeric.FloatBytes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Copies of a lane's parameters after chosen epochs, in logical order: stations of its way. */
final class Snapshots implements Serializable {
    private static final long serialVersionUID = 1;

    private final TreeMap<Integer, float[]> taken = new TreeMap<>();

    /** Takes one if the epoch is among those wanted. */
    void see(int epoch, List<Integer> wanted, float[] parameters) {
        if (wanted.contains(epoch)) {
            taken.put(epoch, parameters);
        }
    }

    /** By epoch. */
    SortedMap<Integer, float[]> all() {
        return Collections.unmodifiableSortedMap(taken);
    }

    /** Writes all of them, or none where they are not wanted. */
    void write(boolean wanted, DataOutput out) throws IOException {
        out.writeInt(wanted ? taken.size() : 0);
        for (Map.Entry<Integer, float[]> each : (wanted ? taken : new TreeMap<Integer, float[]>()).entrySet()) {
            out.writeInt(each.getKey());
            out.writeInt(each.getValue().length);
            FloatBytes.write(each.getValue(), each.getValue().length, out);
        }
    }

    /** Adds what was written. */
    void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            int epoch = in.readInt();
            float[] parameters = new float[in.readInt()];
            FloatBytes.read(parameters, parameters.length, in);
            taken.put(epoch, parameters);
        }
    }
}
