package glissade.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Codecs that unpack no page to more bytes than its column may have: the library takes memory for as many as a page claims,
 * and no checksum guards that number.
 */
final class ParquetCodecs implements CompressionCodecFactory {
    /** Some writers tell nothing of a column's size; so much may be taken anyway. */
    private static final long HARMLESS = 1L << 26;

    private final CompressionCodecFactory codecs;
    private final long most;

    ParquetCodecs(CompressionCodecFactory codecs, long largestColumn) {
        this.codecs = codecs;
        most = Math.max(HARMLESS, largestColumn);
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return codecs.getCompressor(codec);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new Checked(codecs.getDecompressor(codec), codec, most);
    }

    @Override
    public void release() {
        codecs.release();
    }

    private record Checked(BytesInputDecompressor codec, CompressionCodecName name, long most)
            implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            check(size);
            ByteBuffer packed = ParquetPageCheck.inMemory(bytes);
            requireSame(packed.duplicate(), size);
            return codec.decompress(BytesInput.from(packed), size);
        }

        @Override
        public void decompress(ByteBuffer bytes, int packed, ByteBuffer target, int size) throws IOException {
            check(size);
            requireSame(bytes.duplicate(), size);
            codec.decompress(bytes, packed, target, size);
        }

        private void check(int size) throws IOException {
            if (size < 0 || size > most) {
                throw new IOException("a page claims to unpack to " + size + " bytes, more than its column has");
            }
        }

        /**
         * Snappy begins with the size that the rest unpacks to, and takes memory for it; LZ4 as Hadoop writes it with that
         * and the size of a packed piece, and takes memory for that.
         */
        private void requireSame(ByteBuffer bytes, int size) throws IOException {
            long announced = size;
            if (name == CompressionCodecName.SNAPPY) {
                announced = leadingVarint(bytes);
            } else if (name == CompressionCodecName.LZ4 && size > 0) {
                announced = bytes.remaining() < 2 * Integer.BYTES ? 0 : bytes.getInt();
                long piece = announced == size ? bytes.getInt() : 0;
                announced = piece < 0 || piece > bytes.remaining() ? piece : announced;
            }
            if (announced != size) {
                throw new IOException("a page of " + size + " bytes is packed as though it had " + announced);
            }
        }

        private static long leadingVarint(ByteBuffer bytes) {
            long value = 0;
            int next = 0x80;
            for (int shift = 0; (next & 0x80) != 0 && shift < 35 && bytes.hasRemaining(); shift += 7) {
                next = bytes.get();
                value |= (long) (next & 0x7f) << shift;
            }
            return value;
        }

        @Override
        public void release() {
            codec.release();
        }
    }
}
