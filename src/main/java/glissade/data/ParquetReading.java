package glissade.data;

import java.io.IOException;
import java.util.function.LongConsumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.HadoopParquetConfiguration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/**
 * An open Parquet file. Rows lie in groups of known size, so that any row is found by reading no more than its group.
 * Whatever the library throws at a broken file comes out as {@link BadData}.
 */
final class ParquetReading implements AutoCloseable {
    /** Hadoop's files of settings, parsed once: left to itself, Parquet parses them for every file it opens. */
    private static final ParquetConfiguration SETTINGS = new HadoopParquetConfiguration();

    private final DataFile file;
    private final ParquetFileReader reader;

    ParquetReading(DataFile file) {
        this.file = file;
        try {
            // Options of its own: closing a reader releases their decompressors.
            ParquetReadOptions options = ParquetReadOptions.builder(SETTINGS).build();
            reader = ParquetFileReader.open(Storage.of(file.location()).parquet(file.location()), options);
        } catch (IOException e) {
            throw file.unreadable(e);
        } catch (RuntimeException e) {
            throw unsound(e);
        }
    }

    MessageType schema() {
        return reader.getFileMetaData().getSchema();
    }

    /** The number of rows in each group. */
    long[] groups() {
        return reader.getRowGroups().stream()
                .mapToLong(BlockMetaData::getRowCount)
                .toArray();
    }

    /** Hands the rows {@code [from, to)} to the materializer; the listener is told of each after it. */
    void read(MessageType projection, ParquetRow row, long from, long to, LongConsumer listener) {
        long first = 0;
        long[] groups = groups();
        try {
            reader.setRequestedSchema(projection);
            MessageColumnIO columns = new ColumnIOFactory().getColumnIO(projection, schema());
            for (int group = 0; group < groups.length && first < to; group++) {
                long end = first + groups[group];
                if (end > from && groups[group] > 0) {
                    readGroup(group, first, Math.min(end, to), columns, row, listener);
                }
                first = end;
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        if (first < to) {
            throw new BadData(file.location() + " has become shorter while it was read");
        }
    }

    private void readGroup(
            int group, long first, long end, MessageColumnIO columns, ParquetRow row, LongConsumer listener)
            throws IOException {
        try (PageReadStore pages = pages(group)) {
            RecordReader<ParquetRow> records = records(columns, pages, row);
            for (long number = first; number < end; number++) {
                readRow(records, number);
                listener.accept(number);
            }
        }
    }

    private PageReadStore pages(int group) throws IOException {
        try {
            return reader.readRowGroup(group);
        } catch (RuntimeException e) {
            throw unsound(e);
        }
    }

    private RecordReader<ParquetRow> records(MessageColumnIO columns, PageReadStore pages, ParquetRow row) {
        try {
            return columns.getRecordReader(pages, row);
        } catch (RuntimeException e) {
            throw unsound(e);
        }
    }

    private void readRow(RecordReader<ParquetRow> records, long number) {
        try {
            records.read();
        } catch (BadLine e) {
            throw new BadData(file.location() + ", row " + number + " (counted from 0): " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw unsound(e);
        }
    }

    private BadData unsound(RuntimeException e) {
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new BadData(file.location() + " is not a sound Parquet file: " + reason, e);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
