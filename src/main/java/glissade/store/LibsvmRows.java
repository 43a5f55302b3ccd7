package glissade.store;

import glissade.numeric.Block;
import java.io.IOException;
import java.io.OutputStream;

/** Rows as {@link RowFormat#LIBSVM}. */
final class LibsvmRows implements RowWriter {
    private final RowText text;

    LibsvmRows(OutputStream out, RowShape shape) {
        text = new RowText(out, shape);
    }

    @Override
    public void write(Block rows) throws IOException {
        for (int row = 0; row < rows.rows(); row++) {
            text.target(rows.targets()[row]);
            for (int entry = rows.starts()[row]; entry < rows.starts()[row + 1]; entry++) {
                text.put(' ').put(Integer.toString(rows.columns()[entry] + 1)).put(':');
                text.number(rows.values()[entry]);
            }
            text.put('\n');
        }
    }

    @Override
    public void close() throws IOException {
        text.flush();
    }
}
