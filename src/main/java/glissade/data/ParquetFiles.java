package glissade.data;

import glissade.data.Source.Segment;
import glissade.data.TableCoding.Use;
import glissade.numeric.Block;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.schema.MessageType;

/** The rows of several Parquet files, one after the other, once all is known that a first look can tell. */
final class ParquetFiles implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int ROWS_AT_ONCE = 1024;
    private static final long VALUES_AT_ONCE = 1L << 20;

    private final ArrayList<Counted> files;
    private final ParquetColumns columns;
    private final int[] widths;
    private final TargetCode target;

    /** A file and how many rows it has. */
    record Counted(DataFile file, long rows) implements Serializable {}

    /** The widths are those of the columns of features: how many there are in each. */
    ParquetFiles(List<Counted> files, ParquetColumns columns, int[] widths, TargetCode target) {
        this.files = new ArrayList<>(files);
        this.columns = columns;
        this.widths = widths;
        this.target = target;
    }

    long rows() {
        return files.stream().mapToLong(Counted::rows).sum();
    }

    List<Segment> segments() {
        return files.stream()
                .map(file -> new Segment(file.file().name(), file.rows()))
                .toList();
    }

    /** To be stored: the columns that matter, features first. */
    TableCoding coding() {
        List<TableCoding.Column> stored = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            ParquetColumn column = columns.features().get(i);
            Use use = column.isSingle() ? Use.NUMBER : Use.NUMBERS;
            stored.add(new TableCoding.Column(column.name(), use, widths[i], List.of(), List.of()));
        }
        stored.add(new TableCoding.Column(columns.target().name(), Use.TARGET, 1, List.of(), List.of()));
        return new TableCoding(stored);
    }

    /** Hands the rows {@code [from, to)} to the sink. */
    void read(long from, long to, Consumer<Block> sink) {
        BlockBuilder rows = BlockBuilder.sparse(Arrays.stream(widths).sum());
        long first = 0;
        for (Counted file : files) {
            long begin = Math.max(from - first, 0);
            long end = Math.min(to - first, file.rows());
            if (begin < end) {
                read(file.file(), begin, end, rows, sink);
            }
            first += file.rows();
        }
        if (rows.rows() > 0) {
            sink.accept(rows.build());
        }
    }

    private void read(DataFile file, long from, long to, BlockBuilder rows, Consumer<Block> sink) {
        try (ParquetReading reading = new ParquetReading(file)) {
            MessageType projection = columns.projection(file, reading.schema(), false);
            reading.read(projection, row(projection, rows), from, to, number -> {
                if (number < from) {
                    rows.clear();
                } else if (rows.rows() == ROWS_AT_ONCE || rows.storedValues() >= VALUES_AT_ONCE) {
                    sink.accept(rows.build());
                }
            });
        }
    }

    private ParquetRow row(MessageType projection, BlockBuilder rows) {
        List<ParquetCell> cells = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < widths.length; i++) {
            cells.add(columns.features().get(i).cell(projection.getType(i), first, widths[i], rows::value));
            first += widths[i];
        }
        if (columns.target() == null) {
            return new ParquetRow(cells, () -> rows.endRow(Float.NaN));
        }
        ParquetTarget cell = new ParquetTarget(columns.target(), projection.getType(widths.length), target);
        cells.add(cell.cell());
        return new ParquetRow(cells, () -> rows.endRow(cell.value()));
    }
}
