package glissade.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Walks over what a page of one column says of its own parts: levels, then values. Gives the page back, its bytes in memory,
 * as they may be had only once.
 */
record ParquetPageCheck(ColumnDescriptor column) implements DataPage.Visitor<DataPage> {
    @Override
    public DataPage visit(DataPageV1 page) {
        ByteBuffer bytes = read(page.getBytes());
        ByteBuffer rest = bytes.duplicate();
        ParquetRuns runs = new ParquetRuns(page.getValueCount());
        Encoding repetition = checkLevels(runs, rest, page.getRlEncoding(), column.getMaxRepetitionLevel());
        Encoding definition = checkLevels(runs, rest, page.getDlEncoding(), column.getMaxDefinitionLevel());
        checkValues(runs, rest, page.getValueEncoding());
        return new DataPageV1(
                BytesInput.from(bytes),
                page.getValueCount(),
                page.getUncompressedSize(),
                page.getStatistics(),
                repetition,
                definition,
                page.getValueEncoding());
    }

    @Override
    public DataPage visit(DataPageV2 page) {
        ByteBuffer data = read(page.getData());
        ByteBuffer repetition = read(page.getRepetitionLevels());
        ByteBuffer definition = read(page.getDefinitionLevels());
        ParquetRuns runs = new ParquetRuns(page.getValueCount());
        checkLevels(runs, repetition, column.getMaxRepetitionLevel());
        checkLevels(runs, definition, column.getMaxDefinitionLevel());
        checkValues(runs, data.duplicate(), page.getDataEncoding());
        return DataPageV2.uncompressed(
                page.getRowCount(),
                page.getNullCount(),
                page.getValueCount(),
                BytesInput.from(repetition),
                BytesInput.from(definition),
                page.getDataEncoding(),
                BytesInput.from(data),
                page.getStatistics());
    }

    /** Each value of a dictionary takes a byte at least; a text is what its length says, and that the library believes. */
    DictionaryPage of(DictionaryPage page) {
        ByteBuffer bytes = read(page.getBytes());
        int size = page.getDictionarySize();
        if (size < 0 || size > bytes.remaining()) {
            throw new ParquetDecodingException(
                    "a dictionary claims " + size + " values in " + bytes.remaining() + " bytes");
        }
        if (column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY) {
            new ParquetRuns(size).checkTexts(bytes.duplicate());
        }
        return new DictionaryPage(BytesInput.from(bytes), size, page.getEncoding());
    }

    private static int width(int level) {
        return BytesUtils.getWidthFromMaxInt(level);
    }

    static ByteBuffer inMemory(BytesInput bytes) throws IOException {
        ByteBufferInputStream in = bytes.toInputStream();
        return in.slice(in.available());
    }

    private static ByteBuffer read(BytesInput bytes) {
        try {
            return inMemory(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The encoding to read them by. Of levels that are all 0 there are no bytes, whatever their encoding. */
    private static Encoding checkLevels(ParquetRuns runs, ByteBuffer bytes, Encoding encoding, int most) {
        if (most == 0) {
            return Encoding.RLE;
        }
        if (encoding.equals(Encoding.RLE)) {
            runs.checkSizedHybrid(bytes, width(most));
        } else if (usesPackedLevels(encoding)) {
            runs.skipPacked(bytes, width(most));
        } else {
            throw new ParquetDecodingException("levels are encoded as " + encoding);
        }
        return encoding;
    }

    /** The name is deprecated, files that have it are not. */
    private static boolean usesPackedLevels(Encoding encoding) {
        return encoding.name().equals("BIT_PACKED");
    }

    private static void checkLevels(ParquetRuns runs, ByteBuffer bytes, int most) {
        if (most > 0) {
            runs.checkHybrid(bytes.duplicate(), width(most));
        }
    }

    private static void checkValues(ParquetRuns runs, ByteBuffer bytes, Encoding encoding) {
        switch (encoding) {
            case RLE -> runs.checkSizedHybrid(bytes, 1);
            case DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY -> runs.checkDeltas(bytes);
            case DELTA_BYTE_ARRAY -> checkPrefixes(runs, bytes);
            default -> {
                if (encoding.usesDictionary()) {
                    runs.checkIndices(bytes);
                }
            }
        }
    }

    /** Each text begins with so many bytes of the one before, and there are no more than that has. */
    private static void checkPrefixes(ParquetRuns runs, ByteBuffer bytes) {
        ByteBufferInputStream in = ByteBufferInputStream.wrap(bytes);
        try {
            int count = runs.checkDeltas(bytes.duplicate());
            DeltaBinaryPackingValuesReader prefixes = new DeltaBinaryPackingValuesReader();
            prefixes.initFromPage(count, in);
            ByteBuffer rest = in.slice(in.available());
            DeltaBinaryPackingValuesReader suffixes = new DeltaBinaryPackingValuesReader();
            if (runs.checkDeltas(rest.duplicate()) != count) {
                throw new ParquetDecodingException("not as many ends of texts as beginnings");
            }
            suffixes.initFromPage(count, ByteBufferInputStream.wrap(rest));
            long length = 0;
            for (int i = 0; i < count; i++) {
                int prefix = prefixes.readInteger();
                int suffix = suffixes.readInteger();
                if (prefix < 0 || prefix > length || suffix < 0 || suffix > rest.remaining()) {
                    throw new ParquetDecodingException(
                            "a text begins with " + prefix + " bytes of one that has " + length);
                }
                length = (long) prefix + suffix;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
