package glissade.data;

import java.io.IOException;
import java.util.function.LongConsumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.HadoopParquetConfiguration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/**
 * An open Parquet file. Rows lie in groups of known size, so that any row is found by reading no more than its group.
 * Whatever the library throws at a broken file comes out as {@link BadData}.
 */
final class ParquetReading implements AutoCloseable {
    private final DataFile file;
    private final ParquetFileReader reader;

    ParquetReading(DataFile file) {
        this.file = file;
        reader = guarded(() -> open(file));
    }

    /** The library knows no sizes that are beyond reason: they are checked between its two steps. */
    private static ParquetFileReader open(DataFile file) throws IOException {
        InputFile input = Storage.of(file.location()).parquet(file.location());
        SeekableInputStream in = input.newStream();
        try {
            // without settings the library reads all of Hadoop's anew for each file: 20 ms
            ParquetConfiguration settings = new HadoopParquetConfiguration(HadoopStorage.settings());
            ParquetReadOptions options = ParquetReadOptions.builder(settings)
                    .usePageChecksumVerification()
                    .build();
            ParquetMetadata footer = ParquetFileReader.readFooter(input, options, in);
            ParquetEnd end = new ParquetEnd(file, footer);
            end.check(in, input.getLength());
            ParquetReadOptions limited = ParquetReadOptions.builder(settings)
                    .copy(options)
                    .withCodecFactory(new ParquetCodecs(options.getCodecFactory(), end.largestColumn()))
                    .build();
            return ParquetFileReader.open(input, footer, limited, in);
        } catch (IOException | RuntimeException | Error e) {
            in.close();
            throw e;
        }
    }

    /** A step of the library. */
    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException;
    }

    /** A damaged file may also ask for more memory, or nest deeper, than there is. */
    private <T> T guarded(Step<T> step) {
        try {
            return step.take();
        } catch (BadData e) {
            throw e;
        } catch (IOException e) {
            throw file.unreadable(e);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | AssertionError e) {
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
        MessageColumnIO columns = guarded(() -> {
            reader.setRequestedSchema(projection);
            return new ColumnIOFactory().getColumnIO(projection, schema());
        });
        for (int group = 0; group < groups.length && first < to; group++) {
            long end = first + groups[group];
            if (end > from && groups[group] > 0) {
                readGroup(group, first, Math.min(end, to), columns, row, listener);
            }
            first = end;
        }
        if (first < to) {
            throw new BadData(file.location() + " has become shorter while it was read");
        }
    }

    private void readGroup(
            int group, long first, long end, MessageColumnIO columns, ParquetRow row, LongConsumer listener) {
        try (PageReadStore pages = guarded(() -> reader.readRowGroup(group))) {
            RecordReader<ParquetRow> records = guarded(() -> columns.getRecordReader(new ParquetPages(pages), row));
            for (long number = first; number < end; number++) {
                readRow(records, number);
                listener.accept(number);
            }
        }
    }

    private void readRow(RecordReader<ParquetRow> records, long number) {
        try {
            records.read();
        } catch (BadLine e) {
            throw new BadData(file.location() + ", row " + number + " (counted from 0): " + e.getMessage(), e);
        } catch (BadData e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | AssertionError e) {
            throw unsound(e);
        }
    }

    private BadData unsound(Throwable e) {
        return new BadData(file.location() + " is not a sound Parquet file: " + DataFile.reason(e), e);
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
