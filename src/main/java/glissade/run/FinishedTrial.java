package glissade.run;

import glissade.engine.CohortSpec;
import glissade.engine.LaneResult;
import glissade.engine.LaneSpec;
import glissade.engine.Selection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A trial that has ended, as it is kept until its run is over; with its parameters only if it led when it ended. */
final class FinishedTrial {
    private final String trialId;
    private final String context;
    private final double seconds;
    private final byte[] result;

    private FinishedTrial(String trialId, String context, double seconds, byte[] result) {
        this.trialId = trialId;
        this.context = context;
        this.seconds = seconds;
        this.result = result;
    }

    /** Of a result; {@code seconds} is its share of the time that its cohort took. */
    static FinishedTrial of(LaneResult result, SweepCohort cohort, double seconds, boolean leads) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            result.write(leads, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException("an array can be written to", e);
        }
        return new FinishedTrial(result.trialId(), cohort.context(), seconds, bytes.toByteArray());
    }

    String trialId() {
        return trialId;
    }

    double seconds() {
        return seconds;
    }

    /** Whether it is what a trial of this cohort would come to: the same was measured, on the same data. */
    boolean fits(SweepCohort cohort) {
        return context.equals(cohort.context());
    }

    /** Of the content of its data. */
    String fingerprint() {
        return CohortSpec.fingerprint(context);
    }

    /** For whoever knows no more of the trial. */
    LaneResult result(Selection selection) throws IOException {
        return LaneResult.read(trialId, selection, new DataInputStream(new ByteArrayInputStream(result)));
    }

    LaneResult result(LaneSpec lane, CohortSpec cohort) throws IOException {
        return LaneResult.read(lane, cohort, new DataInputStream(new ByteArrayInputStream(result)));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(trialId);
        out.writeUTF(context);
        out.writeDouble(seconds);
        out.writeInt(result.length);
        out.write(result);
    }

    static FinishedTrial read(DataInputStream in) throws IOException {
        String trialId = in.readUTF();
        String context = in.readUTF();
        double seconds = in.readDouble();
        return new FinishedTrial(trialId, context, seconds, in.readNBytes(in.readInt()));
    }
}
