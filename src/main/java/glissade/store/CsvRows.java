package glissade.store;

import glissade.numeric.Block;
import java.io.IOException;
import java.io.OutputStream;

/** Rows as {@link RowFormat#CSV}. */
final class CsvRows implements RowWriter {
    private final RowText text;
    private final int features;

    CsvRows(OutputStream out, RowShape shape) throws IOException {
        text = new RowText(out, shape);
        features = shape.features();
        for (int i = 0; i < features; i++) {
            text.put(RowShape.feature(i)).put(',');
        }
        text.put(RowShape.TARGET).put('\n');
    }

    @Override
    public void write(Block rows) throws IOException {
        for (int row = 0; row < rows.rows(); row++) {
            int column = 0;
            for (int entry = rows.starts()[row]; entry < rows.starts()[row + 1]; entry++) {
                zeros(column, rows.columns()[entry]);
                text.number(rows.values()[entry]).put(',');
                column = rows.columns()[entry] + 1;
            }
            zeros(column, features);
            text.target(rows.targets()[row]).put('\n');
        }
    }

    private void zeros(int from, int to) throws IOException {
        for (int column = from; column < to; column++) {
            text.put("0,");
        }
    }

    @Override
    public void close() throws IOException {
        text.flush();
    }
}
