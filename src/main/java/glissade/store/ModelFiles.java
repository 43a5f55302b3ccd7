package glissade.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The two files of a model: {@code model.json}, and {@code parameters.bin} in little-endian float32. Needs no Hadoop. */
public final class ModelFiles {
    public static final String DESCRIPTION = "model.json";
    public static final String PARAMETERS = "parameters.bin";

    private static final String FOLDER = "model";

    private ModelFiles() {}

    /** The folder that holds the model, given that or the folder of its run. */
    public static Path folder(Path runOrModel) throws IOException {
        for (Path folder : new Path[] {runOrModel.resolve(FOLDER), runOrModel}) {
            if (Files.isRegularFile(folder.resolve(DESCRIPTION))) {
                return folder;
            }
        }
        throw new NoSuchFileException(
                runOrModel + " holds no model: there is neither " + FOLDER + "/" + DESCRIPTION + " nor " + DESCRIPTION);
    }

    /** The description in a folder, as the record it was written from. */
    public static <T extends Record> T description(Path folder, Class<T> type) throws IOException {
        return Json.read(Files.readAllBytes(folder.resolve(DESCRIPTION)), type);
    }

    /** The parameters in a folder. */
    public static float[] parameters(Path folder) throws IOException {
        return floats(Files.readAllBytes(folder.resolve(PARAMETERS)));
    }

    static byte[] bytes(float[] parameters) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(parameters.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(parameters);
        return bytes.array();
    }

    static float[] floats(byte[] bytes) {
        float[] parameters = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(parameters);
        return parameters;
    }

    /** SHA-256 of the file that holds parameters. */
    public static String digest(float[] parameters) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(parameters)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
