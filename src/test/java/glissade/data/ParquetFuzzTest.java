package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.config.Experiments;
import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two Parquet files of which one is damaged at random: either all rows arrive, or one sentence says what is wrong. {@code
 * -Dglissade.fuzz=N} tries N cases of each kind of file instead of 30.
 */
class ParquetFuzzTest {
    private static final int CASES = Integer.getInteger("glissade.fuzz", 30);
    private static final int ROWS = 60;
    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType("""
            message spark_schema {
              required double x;
              optional int64 n;
              required group list (LIST) { repeated group list { optional float element; } }
              optional group v {
                required int32 type (INTEGER(8,true));
                optional int32 size;
                optional group indices (LIST) { repeated group list { required int32 element; } }
                optional group values (LIST) { repeated group list { required double element; } }
              }
              required binary target (STRING);
            }
            """);

    @TempDir
    private Path folder;

    private byte[] write(String name, CompressionCodecName codec, boolean checked, WriterVersion version)
            throws IOException {
        Path path = folder.resolve(name);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(path))
                .withType(SCHEMA)
                .withCompressionCodec(codec)
                .withPageWriteChecksumEnabled(checked)
                .withWriterVersion(version)
                .withRowGroupRowCountLimit(ROWS / 2)
                .build()) {
            for (int row = 0; row < ROWS; row++) {
                writer.write(row(row));
            }
        }
        return Files.readAllBytes(path);
    }

    private static Group row(int row) {
        Group all = new SimpleGroup(SCHEMA).append("x", row / 7.0).append("n", row % 5L);
        Group list = all.addGroup("list");
        list.addGroup("list").append("element", 0.5f);
        list.addGroup("list").append("element", row / 3f);
        Group vector = all.addGroup("v").append("type", row % 2);
        if (row % 2 == 0) {
            vector.append("size", 3).addGroup("indices").addGroup("list").append("element", 1);
        }
        Group values = vector.addGroup("values");
        for (int i = row % 2 == 0 ? 2 : 0; i < 3; i++) {
            values.addGroup("list").append("element", i + 1.0);
        }
        return all.append("target", row % 3 == 0 ? "no" : "yes");
    }

    private Block read() {
        DataSpec spec = Experiments.data("parquet", List.of("data.path=" + folder));
        Source source = SourceKind.PARQUET.open(spec);
        return Samples.read(source, Part.TRAINING, 0, source.shape().trainingRows());
    }

    /** Where the description of the whole file begins. */
    private static int end(byte[] file) {
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
        return file.length - 8 - length;
    }

    @ParameterizedTest
    @CsvSource({
        "SNAPPY, true, PARQUET_1_0",
        "GZIP, false, PARQUET_1_0",
        "ZSTD, false, PARQUET_2_0",
        "UNCOMPRESSED, false, PARQUET_1_0",
        "UNCOMPRESSED, true, PARQUET_2_0"
    })
    void rowsArriveOrAreRefused(CompressionCodecName codec, boolean checked, WriterVersion version) throws IOException {
        write("b", CompressionCodecName.SNAPPY, true, WriterVersion.PARQUET_1_0);
        byte[] good = write("a", codec, checked, version);
        int arrived = 0;
        for (int number = 0; number < CASES; number++) {
            Damage damage = new Damage(number);
            Path path = folder.resolve(damage.below(2) == 0 ? "a" : "c");
            Files.write(folder.resolve("a"), good);
            Files.deleteIfExists(folder.resolve("c"));
            boolean anywhere = damage.below(2) == 0;
            Files.write(path, damage.of(good, anywhere ? 0 : end(good), good.length));
            Block rows = damage.readOrRefuse(folder, this::read);
            int expected = path.endsWith("a") ? 2 * ROWS : 3 * ROWS;
            if (rows != null) {
                arrived++;
                String message = codec + " case " + number;
                assertEquals(expected, rows.rows(), message);
            }
        }
        assertTrue(arrived > CASES / 20 && arrived < CASES * 9 / 10, arrived + " of " + CASES + " arrived");
    }
}
