package glissade.engine;

import glissade.model.LossSums;
import glissade.model.ParameterLayout;
import glissade.numeric.CacheLines;
import glissade.numeric.FloatBytes;
import glissade.optim.Optimizer;
import glissade.optim.OptimizerState;
import glissade.optim.Optimizers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Where a cohort stands between two steps: all that the rest of its training depends on. */
final class CohortState implements Serializable {
    private static final long serialVersionUID = 1;

    /** Of its bytes; another number for any change of what is written, here or in what it is made of. */
    private static final int FORMAT = 2;

    private final ArrayList<LaneHistory> histories = new ArrayList<>();
    private int[] slots;
    private float[] parameters;
    private OptimizerState optimizer;
    private int epochs;
    private long steps;
    private long stepsOfEpoch;
    private long nanos;
    private LossSums met;

    /** Before the first step of a whole cohort. */
    CohortState(Cohort cohort) {
        slots = IntStream.range(0, cohort.lanes()).toArray();
        parameters = cohort.initialParameters();
        optimizer = freshOptimizer(cohort);
        for (int lane = 0; lane < cohort.lanes(); lane++) {
            histories.add(new LaneHistory(cohort.lane(lane), cohort.spec()));
        }
        met = new LossSums(cohort.lanes());
    }

    private OptimizerState freshOptimizer(Cohort cohort) {
        Optimizer kind = Optimizers.named(cohort.lane(0).training().optimizer().name());
        return new OptimizerState(kind, cohort.layout().size(), cohort.lanes());
    }

    /** The lanes present, by their place in the cohort's specification. */
    int[] slots() {
        return slots;
    }

    /** The history of a lane that is present. */
    LaneHistory lane(int lane) {
        return histories.get(slots[lane]);
    }

    /** All lanes, present or gone. */
    List<LaneHistory> histories() {
        return histories;
    }

    float[] parameters() {
        return parameters;
    }

    OptimizerState optimizer() {
        return optimizer;
    }

    /** Epochs completed. */
    int epochs() {
        return epochs;
    }

    /** Steps made. */
    long steps() {
        return steps;
    }

    /** Those of them that were made in the epoch that is not over. */
    long stepsOfEpoch() {
        return stepsOfEpoch;
    }

    /** How long it took to come so far, on the wall: the time of all processes, without what those did that is not in it. */
    long nanos() {
        return nanos;
    }

    void spend(long more) {
        nanos += more;
    }

    /** The losses that the lanes present have met in that epoch. */
    LossSums met() {
        return met;
    }

    void stepDone() {
        steps++;
        stepsOfEpoch++;
    }

    void epochDone() {
        epochs++;
        stepsOfEpoch = 0;
    }

    /** What an epoch, from 1, came to for each lane of the whole cohort; null for those that did not complete it. */
    List<CurvePoint> points(int epoch) {
        List<CurvePoint> points = new ArrayList<>();
        for (LaneHistory history : histories) {
            points.add(history.curve().size() < epoch ? null : history.curve().get(epoch - 1));
        }
        return points;
    }

    /** Writes all of it, so that it comes back bit for bit. */
    void write(Cohort whole, DataOutput out) throws IOException {
        int size = whole.with(slots).layout().size();
        out.writeByte(FORMAT);
        out.writeLong(steps);
        out.writeUTF(whole.data().fingerprint());
        out.writeInt(histories.size());
        for (LaneHistory history : histories) {
            out.writeUTF(history.spec().trialId());
            history.write(true, out);
        }
        out.writeInt(slots.length);
        for (int slot : slots) {
            out.writeInt(slot);
        }
        out.writeInt(epochs);
        out.writeLong(stepsOfEpoch);
        out.writeLong(nanos);
        met.write(out);
        FloatBytes.write(parameters, size, out);
        optimizer.write(size, out);
    }

    /** What has happened in a cohort so far, which stands first in its bytes. */
    record Past(long steps, String fingerprint, ArrayList<LaneHistory> histories) {
        /** By the lanes' places and trial ids. */
        static Past read(Selection selection, BiFunction<Integer, String, LaneSpec> lanes, DataInput in)
                throws IOException {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new IOException("its format is " + format + ", expected " + FORMAT);
            }
            Past past = new Past(in.readLong(), in.readUTF(), new ArrayList<>());
            int count = in.readInt();
            for (int lane = 0; lane < count; lane++) {
                LaneHistory history = new LaneHistory(lanes.apply(lane, in.readUTF()), selection);
                history.read(in);
                past.histories.add(history);
            }
            return past;
        }
    }

    /** What was written of the same cohort, before training it on. */
    static CohortState read(Cohort whole, DataInput in) throws IOException {
        Past past = Past.read(whole.spec().selection(), (lane, trial) -> whole.lane(lane), in);
        int[] slots = new int[in.readInt()];
        for (int lane = 0; lane < slots.length; lane++) {
            slots[lane] = in.readInt();
        }
        return new CohortState(whole, past, slots, in);
    }

    private CohortState(Cohort whole, Past past, int[] slots, DataInput in) throws IOException {
        histories.addAll(past.histories());
        steps = past.steps();
        Cohort present = whole.with(slots);
        int size = present.layout().size();
        this.slots = slots;
        epochs = in.readInt();
        stepsOfEpoch = in.readLong();
        nanos = in.readLong();
        met = new LossSums(slots.length);
        met.read(in);
        parameters = CacheLines.floats(size);
        FloatBytes.read(parameters, size, in);
        optimizer = freshOptimizer(present);
        optimizer.read(size, in);
    }

    boolean isAnyRunning() {
        for (int slot : slots) {
            if (histories.get(slot).isRunning()) {
                return true;
            }
        }
        return false;
    }

    /** Lanes present that have not ended. */
    int[] running() {
        return IntStream.of(slots)
                .filter(slot -> histories.get(slot).isRunning())
                .toArray();
    }

    /** Ends all lanes that have not ended. */
    void endRunning(Cohort whole, LaneResult.Status how, String why) {
        ParameterLayout layout = whole.with(slots).layout();
        for (int slot : running()) {
            float[] logical = new float[layout.architecture().parameters()];
            layout.read(parameters, indexOf(slot), logical);
            histories.get(slot).end(how, why, logical);
        }
    }

    /** Drops all lanes but some; what is kept of them keeps its bits. */
    void keep(Cohort before, Cohort after, int[] keptSlots) {
        ParameterLayout from = before.layout();
        ParameterLayout to = after.layout();
        OptimizerState kept = freshOptimizer(after);
        float[] keptParameters = CacheLines.floats(to.size());
        float[] logical = new float[from.architecture().parameters()];
        for (int lane = 0; lane < keptSlots.length; lane++) {
            int old = indexOf(keptSlots[lane]);
            copy(from, parameters, old, to, keptParameters, lane, logical);
            for (int i = 0; i < kept.moments(); i++) {
                copy(from, optimizer.moment(i), old, to, kept.moment(i), lane, logical);
            }
            for (int i = 0; i < kept.products(); i++) {
                kept.product(i)[lane] = optimizer.product(i)[old];
            }
        }
        slots = keptSlots;
        met = new LossSums(keptSlots.length);
        parameters = keptParameters;
        optimizer = kept;
    }

    private int indexOf(int slot) {
        int lane = 0;
        while (slots[lane] != slot) {
            lane++;
        }
        return lane;
    }

    private static void copy(
            ParameterLayout from,
            float[] source,
            int fromLane,
            ParameterLayout to,
            float[] target,
            int toLane,
            float[] logical) {
        from.read(source, fromLane, logical);
        to.write(logical, toLane, target);
    }
}
