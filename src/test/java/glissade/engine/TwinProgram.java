package glissade.engine;

import glissade.data.MemoryData;
import glissade.model.Activation;
import glissade.model.ModelSpec;
import glissade.numeric.Kernels;
import glissade.optim.BatchSize;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Trains some cohorts and prints which kernels did it and one hash of every bit of the results. */
final class TwinProgram {
    private static final int EPOCHS = 2;

    private final MessageDigest digest;

    private TwinProgram() throws Exception {
        digest = MessageDigest.getInstance("SHA-256");
    }

    public static void main(String[] arguments) throws Exception {
        TwinProgram program = new TwinProgram();
        MemoryData sparse = Trials.data(300, 70, 50, 0.4, 1);
        for (MemoryData layout : List.of(sparse, sparse.withLayout(false))) {
            for (int shards : new int[] {1, 4}) {
                program.train(layout.withShards(shards));
            }
        }
        System.out.println("kernels: " + Kernels.best().description());
        System.out.println("digest: " + HexFormat.of().formatHex(program.digest.digest()));
    }

    private void train(MemoryData data) throws Exception {
        for (ModelSpec model : List.of(
                Trials.softmax(),
                Trials.mlp(Activation.TANH, 9),
                Trials.mlp(Activation.RELU, 5, 17),
                Trials.mlp(Activation.SIGMOID, 6))) {
            for (int lanes : new int[] {1, 5}) {
                CohortSpec cohort = Trials.cohort(model, Trials.lanes(lanes, EPOCHS, BatchSize.of(32)));
                for (LaneResult result : Trials.train(cohort, data)) {
                    add(result);
                }
            }
        }
    }

    private void add(LaneResult result) throws Exception {
        for (CurvePoint point : result.curve()) {
            add(point);
        }
        add(result.last());
        add(result.best());
        for (float value : result.lastParameters()) {
            add(Float.floatToIntBits(value));
        }
        for (float value : result.bestParameters()) {
            add(Float.floatToIntBits(value));
        }
    }

    private void add(Record point) throws ReflectiveOperationException {
        for (RecordComponent component : point.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(point);
            add(value instanceof Double number ? Double.doubleToLongBits(number) : ((Number) value).longValue());
        }
    }

    private void add(long bits) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bits).array());
    }
}
