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
        return new Checked(codecs.getDecompressor(codec), most);
    }

    @Override
    public void release() {
        codecs.release();
    }

    private record Checked(BytesInputDecompressor codec, long most) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            check(size);
            return codec.decompress(bytes, size);
        }

        @Override
        public void decompress(ByteBuffer bytes, int packed, ByteBuffer target, int size) throws IOException {
            check(size);
            codec.decompress(bytes, packed, target, size);
        }

        private void check(int size) throws IOException {
            if (size < 0 || size > most) {
                throw new IOException("a page claims to unpack to " + size + " bytes, more than its column has");
            }
        }

        @Override
        public void release() {
            codec.release();
        }
    }
}
