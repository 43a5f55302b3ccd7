package glissade.data;

import glissade.numeric.Block;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * New rows as images in an IDX file, and their labels in the one beside it, if that is there. Of a folder with both, as MNIST
 * comes, the images for the test are taken.
 */
final class NewImages implements NewRows {
    private static final long serialVersionUID = 1;
    private static final int ROWS_AT_ONCE = 256;
    private static final String IMAGES = "-images-idx3-ubyte";
    private static final String LABELS = "-labels-idx1-ubyte";

    private final IdxFile images;
    private final IdxFile labels;
    private final TargetCode target;

    private NewImages(IdxFile images, IdxFile labels, TargetCode target) {
        this.images = images;
        this.labels = labels;
        this.target = target;
    }

    static NewRows open(List<DataFile> files, Known known) {
        List<DataFile> pictures =
                files.stream().filter(file -> file.name().endsWith(IMAGES)).toList();
        DataFile chosen = pictures.stream()
                .filter(file -> file.name().startsWith("t10k"))
                .findFirst()
                .orElse(pictures.get(0));
        IdxFile images = IdxFile.images(chosen);
        if (images.itemBytes() != known.features()) {
            throw new BadData(chosen.location() + " has images of " + images.itemBytes() + " pixels, expected "
                    + known.features() + " as in those that the model learnt from");
        }
        DataFile beside = beside(chosen);
        IdxFile labels = beside == null ? null : IdxFile.labels(beside);
        if (labels != null && labels.items() != images.items()) {
            throw new BadData(beside.location() + " has " + labels.items() + " labels, expected " + images.items()
                    + " as there are images in " + chosen.location());
        }
        return new NewImages(images, labels, known.target("the label"));
    }

    private static DataFile beside(DataFile images) {
        int slash = images.location().lastIndexOf('/');
        String folder = slash < 0 ? "." : images.location().substring(0, slash + 1);
        String name =
                images.name().substring(images.name().lastIndexOf('/') + 1).replace(IMAGES, LABELS);
        try {
            return DataFile.find(folder, name);
        } catch (BadData e) {
            return null;
        }
    }

    @Override
    public long rows() {
        return images.items();
    }

    @Override
    public boolean hasTargets() {
        return labels != null;
    }

    @Override
    public void read(long from, long to, Consumer<Block> sink) {
        byte[] pixels = new byte[ROWS_AT_ONCE * images.itemBytes()];
        byte[] labelled = new byte[ROWS_AT_ONCE];
        BlockBuilder rows = BlockBuilder.sparse(images.itemBytes());
        try (InputStream pictures = images.from(from);
                InputStream names = labels == null ? InputStream.nullInputStream() : labels.from(from)) {
            for (long row = from; row < to; row += ROWS_AT_ONCE) {
                int count = (int) Math.min(ROWS_AT_ONCE, to - row);
                images.read(pictures, row, count, pixels);
                if (labels != null) {
                    labels.read(names, row, count, labelled);
                }
                for (int i = 0; i < count; i++) {
                    for (int pixel = 0; pixel < images.itemBytes(); pixel++) {
                        rows.value(pixel, Byte.toUnsignedInt(pixels[i * images.itemBytes() + pixel]));
                    }
                    rows.endRow(labels == null ? Float.NaN : code(labelled[i], row + i));
                }
                sink.accept(rows.build());
            }
        } catch (IOException e) {
            throw images.file().unreadable(e);
        }
    }

    private float code(byte label, long row) {
        byte[] text = Utf8.bytes(Integer.toString(Byte.toUnsignedInt(label)));
        try {
            return target.code(text, 0, text.length);
        } catch (BadLine e) {
            throw new BadData(
                    labels.file().location() + ", position " + row + " (counted from 0): " + e.getMessage(), e);
        }
    }
}
