package glissade.data;

import java.util.List;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;

/** The row that Parquet is handing over, cell by cell in the order in which they were asked for. */
final class ParquetRow extends RecordMaterializer<ParquetRow> {
    private final List<ParquetCell> cells;
    private final Runnable atEnd;
    private final GroupConverter root = new GroupConverter() {
        @Override
        public Converter getConverter(int index) {
            return cells.get(index).converter();
        }

        @Override
        public void start() {
            cells.forEach(ParquetCell::begin);
        }

        @Override
        public void end() {
            cells.forEach(ParquetCell::end);
            atEnd.run();
        }
    };

    /** Tells when a row is complete. */
    ParquetRow(List<ParquetCell> cells, Runnable atEnd) {
        this.cells = List.copyOf(cells);
        this.atEnd = atEnd;
    }

    @Override
    public ParquetRow getCurrentRecord() {
        return this;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }
}
