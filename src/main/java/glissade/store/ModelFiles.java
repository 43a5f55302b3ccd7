package glissade.store;

import glissade.numeric.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The two files of a model: {@code model.json}, and {@code parameters.bin} in little-endian float32. Needs no Hadoop. */
public final class ModelFiles {
    public static final String DESCRIPTION = "model.json";
    public static final String PARAMETERS = "parameters.bin";

    static final String FOLDER = "model";

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
        return Json.read(checked(folder, DESCRIPTION), type);
    }

    /** The parameters in a folder. */
    public static float[] parameters(Path folder) throws IOException {
        return floats(checked(folder, PARAMETERS));
    }

    /** A file as it was written, where the run that it lies in lists it. */
    private static byte[] checked(Path folder, String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        Path list = folder.toAbsolutePath().resolveSibling(Sums.FILE);
        if (Files.isRegularFile(list)) {
            String listed = Sums.parse(Files.readAllBytes(list), list.toString())
                    .byName()
                    .get(folder.toAbsolutePath().getFileName() + "/" + name);
            if (listed != null && !listed.equals(Sha256.of(bytes))) {
                throw new Damaged(folder.resolve(name).toString(), "its SHA-256 is not that of " + Sums.FILE);
            }
        }
        return bytes;
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
        return Sha256.of(bytes(parameters));
    }
}
