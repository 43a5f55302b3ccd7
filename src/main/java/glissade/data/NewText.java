package glissade.data;

import glissade.numeric.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** New rows in lines of text, each of which has been understood once. */
final class NewText implements NewRows {
    private static final long serialVersionUID = 1;

    private final TextRows rows;
    private final long dropped;
    private final boolean targets;

    NewText(TextRows rows, long dropped, boolean targets) {
        this.rows = rows;
        this.dropped = dropped;
        this.targets = targets;
    }

    /** How lines of new rows are understood. */
    static final class Format implements TextFormat<NewRowCount> {
        private static final long serialVersionUID = 1;

        private final RowCoding coding;
        private final int features;
        /** What all files begin with; null where they have no header. */
        private final ArrayList<String> header;

        private final char delimiter;

        Format(RowCoding coding, int features, List<String> header, char delimiter) {
            this.coding = coding;
            this.features = features;
            this.header = header == null ? null : new ArrayList<>(header);
            this.delimiter = delimiter;
        }

        @Override
        public boolean hasHeader() {
            return header != null;
        }

        @Override
        public void checkHeader(byte[] text, int from, int to) {
            CsvCells cells = new CsvCells(delimiter);
            cells.split(text, from, to);
            boolean same = cells.count() == header.size();
            for (int cell = 0; same && cell < cells.count(); cell++) {
                same = cells.text(text, cell).equals(header.get(cell));
            }
            if (!same) {
                throw new BadLine("the header is " + BadLine.quoted(text, from, to)
                        + ", expected that of the first file: " + String.join(", ", header));
            }
        }

        @Override
        public NewRowCount tally() {
            return new NewRowCount(coding, features);
        }
    }

    @Override
    public long rows() {
        return rows.rows();
    }

    @Override
    public long dropped() {
        return dropped;
    }

    @Override
    public boolean hasTargets() {
        return targets;
    }

    @Override
    public boolean hasIds() {
        return rows.hasIds();
    }

    @Override
    public void read(long from, long to, Consumer<Block> sink) {
        rows.read(from, to, sink);
    }

    @Override
    public void readIds(long from, long to, Consumer<String> sink) {
        rows.readIds(from, to, sink);
    }
}
