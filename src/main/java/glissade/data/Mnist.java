package glissade.data;

import glissade.numeric.Block;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * MNIST and its look-alikes: four IDX files, plain or gzip, of the classic names in one folder. A feature is a pixel's
 * byte; the classes are 0 to the largest training label.
 */
final class Mnist implements Source {
    private static final long serialVersionUID = 1;
    /** Names the folder when {@code data.path} does not. */
    static final String FOLDER_VARIABLE = "GLISSADE_MNIST";
    /** Where {@code glissade data mnist} puts it: the folder when nothing names one. */
    private static final String USUAL_FOLDER = "data/mnist";

    private static final String COMMAND = "`submit/glissade data mnist` fetches it to " + USUAL_FOLDER;

    private static final List<String> FILES = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
    private static final int ROWS_AT_ONCE = 1024;
    private static final int BYTES_AT_ONCE = 1 << 20;

    private final LabelledImages training;
    private final LabelledImages test;
    private final SourceShape shape;

    private Mnist(List<DataFile> files) {
        training = new LabelledImages(IdxFile.images(files.get(0)), IdxFile.labels(files.get(1)));
        test = new LabelledImages(IdxFile.images(files.get(2)), IdxFile.labels(files.get(3)));
        int pixels = training.images().itemBytes();
        if (test.images().itemBytes() != pixels) {
            throw new BadData(test.images().file().location() + " has images of "
                    + test.images().itemBytes() + " pixels, expected " + pixels + " as in "
                    + training.images().file().location());
        }
        int classes = Math.max(2, training.labels().largestByte() + 1);
        shape = new SourceShape(
                training.images().items(), test.images().items(), pixels, SourceShape.numbered(classes));
    }

    static Mnist open(DataSpec spec) {
        return new Mnist(files(folder(spec, System.getenv())));
    }

    static String describe(DataSpec spec) {
        return "mnist files=" + FileListing.describe(files(folder(spec, System.getenv())));
    }

    static String folder(DataSpec spec, Map<String, String> environment) {
        return folder(spec, environment, USUAL_FOLDER);
    }

    /** The folder, whether it is there or not. */
    static String place(DataSpec spec, Map<String, String> environment) {
        String named = named(spec, environment);
        return named.isBlank() ? USUAL_FOLDER : named;
    }

    /** The folder that somebody named, or blank. */
    private static String named(DataSpec spec, Map<String, String> environment) {
        return spec.path() != null ? spec.path() : environment.getOrDefault(FOLDER_VARIABLE, "");
    }

    static String folder(DataSpec spec, Map<String, String> environment, String usual) {
        String path = named(spec, environment);
        if (path.isBlank()) {
            if (DataFile.isFolder(usual)) {
                return usual;
            }
            throw new BadData("where is MNIST? " + COMMAND + "; or set data.path, or the environment variable "
                    + FOLDER_VARIABLE + ", to the folder of its four files");
        }
        if (!DataFile.isFolder(path)) {
            throw new BadData("there is no folder " + path + " (from "
                    + (spec.path() != null ? "data.path" : FOLDER_VARIABLE) + ") to read MNIST from; " + COMMAND);
        }
        return path;
    }

    private static List<DataFile> files(String folder) {
        return FILES.stream().map(name -> DataFile.find(folder, name)).toList();
    }

    @Override
    public SourceShape shape() {
        return shape;
    }

    @Override
    public List<Segment> trainingSegments() {
        return List.of(new Segment(training.images().file().name(), shape.trainingRows()));
    }

    @Override
    public void read(Part part, long from, long to, Consumer<Block> sink) {
        IdxFile image = (part == Part.TRAINING ? training : test).images();
        IdxFile label = (part == Part.TRAINING ? training : test).labels();
        int rowsAtOnce = Math.max(1, Math.min(ROWS_AT_ONCE, BYTES_AT_ONCE / image.itemBytes()));
        byte[] pixels = new byte[rowsAtOnce * image.itemBytes()];
        byte[] targets = new byte[rowsAtOnce];
        BlockBuilder rows = BlockBuilder.sparse(image.itemBytes());
        try (InputStream imageBytes = image.from(from);
                InputStream labelBytes = label.from(from)) {
            for (long row = from; row < to; row += rowsAtOnce) {
                int count = (int) Math.min(rowsAtOnce, to - row);
                image.read(imageBytes, row, count, pixels);
                label.read(labelBytes, row, count, targets);
                for (int i = 0; i < count; i++) {
                    addRow(pixels, i * image.itemBytes(), target(targets[i], label, row + i), rows);
                }
                sink.accept(rows.build());
            }
        } catch (IOException e) {
            throw image.file().unreadable(e);
        }
    }

    private void addRow(byte[] pixels, int start, int target, BlockBuilder rows) {
        for (int column = 0; column < shape.features(); column++) {
            byte pixel = pixels[start + column];
            if (pixel != 0) {
                rows.value(column, Byte.toUnsignedInt(pixel));
            }
        }
        rows.endRow(target);
    }

    private int target(byte label, IdxFile file, long row) {
        int target = Byte.toUnsignedInt(label);
        if (target >= shape.classes()) {
            throw new BadData(file.file().location() + " has the label " + target + " at position " + row
                    + " (counted from 0), but training labels go from 0 to " + (shape.classes() - 1));
        }
        return target;
    }

    /** Two files with as many images as labels. */
    private record LabelledImages(IdxFile images, IdxFile labels) implements Serializable {
        LabelledImages {
            if (images.items() != labels.items()) {
                throw new BadData(labels.file().location() + " has " + labels.items() + " labels, expected "
                        + images.items() + " as there are images in "
                        + images.file().location());
            }
        }
    }
}
