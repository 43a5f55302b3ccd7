package glissade.data;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/**
 * What the end of a Parquet file says of the rest, checked before anything is read or any memory is taken because of it. No
 * checksum guards it, but it tells most things twice.
 */
final class ParquetEnd {
    /** After the end itself come four bytes of its length, little-endian, and the four of the magic word. */
    private static final int LENGTH_AND_MAGIC = 8;

    private final DataFile file;
    private final MessageType schema;
    private final List<BlockMetaData> groups;

    /** The end that the library has read. */
    ParquetEnd(DataFile file, ParquetMetadata end) {
        this.file = file;
        schema = end.getFileMetaData().getSchema();
        groups = end.getBlocks();
    }

    /** Requires that it fits the file, of so many bytes. */
    void check(SeekableInputStream in, long length) throws IOException {
        requireRows(announced(in, length));
        for (int group = 0; group < groups.size(); group++) {
            for (ColumnChunkMetaData column : groups.get(group).getColumns()) {
                requireWithin(length, group, column);
                requireValues(group, column);
            }
        }
    }

    /** The most bytes that the pages of a column may unpack to, in any row group. */
    long largestColumn() {
        return groups.stream()
                .flatMap(group -> group.getColumns().stream())
                .mapToLong(ColumnChunkMetaData::getTotalUncompressedSize)
                .max()
                .orElse(0);
    }

    /** The rows of the whole file, which the library does not tell. */
    private static long announced(SeekableInputStream in, long length) throws IOException {
        in.seek(length - LENGTH_AND_MAGIC);
        long bytes = Integer.toUnsignedLong(Integer.reverseBytes(new DataInputStream(in).readInt()));
        in.seek(length - LENGTH_AND_MAGIC - bytes);
        return Util.readFileMetaData(in, true).getNum_rows();
    }

    private void requireRows(long announced) {
        long rows = 0;
        for (BlockMetaData group : groups) {
            if (group.getRowCount() < 0 || group.getRowCount() > announced - rows) {
                throw unequalRows(announced);
            }
            rows += group.getRowCount();
        }
        if (rows != announced) {
            throw unequalRows(announced);
        }
    }

    private BadData unequalRows(long announced) {
        return new BadData(file.location() + " is not a sound Parquet file: its groups do not have the " + announced
                + " rows that it announces");
    }

    private void requireWithin(long length, int group, ColumnChunkMetaData column) {
        long start = column.getStartingPos();
        if (start < 0 || column.getTotalSize() < 0 || column.getTotalSize() > length - start) {
            throw unsound(group, column, "is said to lie beyond the end of the file");
        }
    }

    /** As many as rows; repeated ones at least as many, as an empty list counts as one. */
    private void requireValues(int group, ColumnChunkMetaData column) {
        ColumnDescriptor descriptor =
                schema.getColumnDescription(column.getPath().toArray());
        long rows = groups.get(group).getRowCount();
        boolean fits = descriptor.getMaxRepetitionLevel() == 0
                ? column.getValueCount() == rows
                : column.getValueCount() >= rows;
        if (!fits) {
            throw unsound(group, column, "has " + column.getValueCount() + " values for " + rows + " rows");
        }
    }

    private BadData unsound(int group, ColumnChunkMetaData column, String what) {
        return new BadData(file.location() + " is not a sound Parquet file: in row group " + group
                + " (counted from 0), column '" + Utf8.oneLine(column.getPath().toDotString()) + "' " + what);
    }
}
