package glissade.bench;

import glissade.data.MemoryData;
import glissade.data.Shard;
import glissade.data.Split;
import glissade.numeric.Block;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A data set as every contestant can read it: for each split {@code SPLIT.x} (features, row after row) and {@code SPLIT.y}
 * (class indices), float32, little endian, no header.
 */
final class RawData {
    static final int CLASSES = 10;
    private static final int FLOATS_AT_ONCE = 1 << 20;

    private RawData() {}

    static void write(Shard shard, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Split split : List.of(Split.TRAIN, Split.TEST)) {
            Block rows = shard.rows(split).toDense();
            write(rows.values(), file(folder, split, "x"));
            write(rows.targets(), file(folder, split, "y"));
        }
    }

    /** All features of a block, then its targets, in one file. */
    static void write(Block rows, Path file) throws IOException {
        float[] values = rows.toDense().values();
        float[] all = Arrays.copyOf(values, values.length + rows.rows());
        System.arraycopy(rows.targets(), 0, all, values.length, rows.rows());
        write(all, file);
    }

    /** In memory, in the layout that its share of zeros asks for. */
    static MemoryData read(Path folder) throws IOException {
        Block training = block(folder, Split.TRAIN);
        Block none = Block.dense(training.width(), new float[0], new float[0]);
        List<String> classes =
                IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
        return MemoryData.of(training, none, block(folder, Split.TEST), classes, 1);
    }

    private static Block block(Path folder, Split split) throws IOException {
        float[] targets = floats(file(folder, split, "y"));
        float[] values = floats(file(folder, split, "x"));
        return Block.dense(values.length / targets.length, values, targets);
    }

    private static Path file(Path folder, Split split, String what) {
        return folder.resolve(split.name().toLowerCase(Locale.ROOT) + "." + what);
    }

    private static void write(float[] values, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(FLOATS_AT_ONCE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int at = 0; at < values.length; at += FLOATS_AT_ONCE) {
                bytes.clear();
                int count = Math.min(FLOATS_AT_ONCE, values.length - at);
                bytes.asFloatBuffer().put(values, at, count);
                bytes.limit(count * Float.BYTES);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        }
    }

    private static float[] floats(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            FloatBuffer floats = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            float[] values = new float[floats.remaining()];
            floats.get(values);
            return values;
        }
    }
}
