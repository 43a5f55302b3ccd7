package glissade.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {
    @Test
    void aThirdPartyRecomputesItFromTheParquetFilesAlone(@TempDir Path out) throws Exception {
        RunFolder folder = RunFolder.of(new Configuration(), out.toString(), "study", "run");
        Table trials = Examples.trials();
        Table curves = Examples.curves(20_000);
        folder.writeParquet(trials);
        folder.writeParquet(curves);

        SparkSession spark = SparkSession.builder().master("local[2]").getOrCreate();
        try {
            String recomputed = recompute(
                    spark.read().parquet(out + "/study/run/trials.parquet").collectAsList(),
                    spark.read().parquet(out + "/study/run/curves.parquet").collectAsList());
            assertEquals(recomputed, Digest.of(trials, curves));
        } finally {
            spark.stop();
        }
    }

    @Test
    void everyBitCounts() {
        Table trials = Examples.trials();
        String digest = Digest.of(trials, Examples.curves(10));
        assertEquals(digest, Digest.of(Examples.trials(), Examples.curves(10)));
        assertNotEquals(digest, Digest.of(trials, Examples.curves(11)));
        Table zero = new Table("t", List.of(Column.real("x")));
        zero.add(List.of(0.0));
        Table minusZero = new Table("t", List.of(Column.real("x")));
        minusZero.add(List.of(-0.0));
        assertNotEquals(Digest.of(zero, zero), Digest.of(zero, minusZero));
    }

    /** Written from the class comment of Digest, knowing nothing else of it. */
    private static String recompute(List<Row> trials, List<Row> curves) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        table("trials", trials, out);
        table("curves", curves, out);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    }

    private static void table(String name, List<Row> rows, DataOutputStream out) throws IOException {
        StructField[] fields = rows.get(0).schema().fields();
        int[] hashed = IntStream.range(0, fields.length)
                .filter(column -> !fields[column].name().matches("best_(loss|accuracy)_epoch"))
                .toArray();
        string(name, out);
        out.writeInt(hashed.length);
        for (int column : hashed) {
            string(fields[column].name(), out);
            out.writeByte(type(fields[column].dataType()));
        }
        out.writeLong(rows.size());
        for (Row row : rows) {
            for (int column : hashed) {
                int type = row.isNullAt(column) ? 0 : type(fields[column].dataType());
                out.writeByte(type);
                switch (type) {
                    case 1 -> string(row.getString(column), out);
                    case 2 -> out.writeLong(row.getLong(column));
                    case 3 -> out.writeLong(Double.doubleToRawLongBits(row.getDouble(column)));
                    default -> assertEquals(0, type);
                }
            }
        }
    }

    private static int type(DataType type) {
        if (type.equals(DataTypes.StringType)) {
            return 1;
        }
        if (type.equals(DataTypes.LongType)) {
            return 2;
        }
        assertEquals(DataTypes.DoubleType, type);
        return 3;
    }

    private static void string(String text, DataOutputStream out) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
