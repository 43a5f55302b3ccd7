package glissade.bench;

import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.Shard;
import glissade.data.SourceKind;
import glissade.data.Split;
import glissade.numeric.Block;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * MNIST in plain and in packed files, side by side: the one in {@code GLISSADE_MNIST}, or else as many digits of our own
 * generator, each pixel a byte.
 */
final class IdxCopies {
    private static final int SIDE = 28;
    private static final int LEVELS = 255;
    private static final int IMAGES = 0x00000803;
    private static final int LABELS = 0x00000801;

    private IdxCopies() {}

    static void write(Path folder) throws IOException {
        boolean real = !System.getenv().getOrDefault("GLISSADE_MNIST", "").isEmpty();
        DataSpec spec = real
                ? new DataSpec("mnist", null, null, 0, 0, 1)
                : SourceFiles.spec(
                        SourceKind.DIGITS, SourceFiles.generator(SourceKind.DIGITS, 60_000, 10_000, SIDE * SIDE));
        Shard all = DataSets.open(spec).sharded(1).load(0);
        for (String form : List.of("plain", "gzip")) {
            Files.createDirectories(folder.resolve(form));
            List<Path> files = files(folder, form);
            writeImages(files.get(0), all.rows(Split.TRAIN).toDense(), real ? 1 : LEVELS);
            writeLabels(files.get(1), all.rows(Split.TRAIN));
            writeImages(files.get(2), all.rows(Split.TEST).toDense(), real ? 1 : LEVELS);
            writeLabels(files.get(3), all.rows(Split.TEST));
        }
    }

    static List<Path> files(Path folder, String form) {
        String ending = form.equals("gzip") ? ".gz" : "";
        return Stream.of("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")
                .map(name -> folder.resolve(form).resolve(name + "-ubyte" + ending))
                .toList();
    }

    private static void writeImages(Path file, Block rows, float scale) throws IOException {
        try (DataOutputStream out = open(file)) {
            out.writeInt(IMAGES);
            out.writeInt(rows.rows());
            out.writeInt(SIDE);
            out.writeInt(SIDE);
            for (float value : rows.values()) {
                out.write(Math.round(value * scale));
            }
        }
    }

    private static void writeLabels(Path file, Block rows) throws IOException {
        try (DataOutputStream out = open(file)) {
            out.writeInt(LABELS);
            out.writeInt(rows.rows());
            for (float target : rows.targets()) {
                out.write((int) target);
            }
        }
    }

    private static DataOutputStream open(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return new DataOutputStream(
                new BufferedOutputStream(file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out, 1 << 16));
    }
}
