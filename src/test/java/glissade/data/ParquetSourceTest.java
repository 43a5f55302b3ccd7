package glissade.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.config.Experiments;
import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetSourceTest {
    private static final String TWO_NUMBERS = "optional double x; optional int32 target;";
    private static final String VECTOR = """
            optional group v {
              required int32 type (INTEGER(8,true));
              optional int32 size;
              optional group indices (LIST) { repeated group list { required int32 element; } }
              optional group values (LIST) { repeated group list { required double element; } }
            }
            required int32 target;
            """;

    @TempDir
    private Path folder;

    @Test
    void numbersOfEveryKindAreFeaturesInTheOrderOfTheColumns() throws IOException {
        write(
                "t",
                """
                required float f; optional double d; required int64 l; required int32 u (INTEGER(32,false));
                required boolean b; required int32 dec (DECIMAL(9,2)); required binary big (DECIMAL(20,3));
                required int32 target;
                """,
                row -> row.append("f", 0.1f)
                        .append("d", 0.1)
                        .append("l", 1L << 40)
                        .append("u", -1)
                        .append("b", true)
                        .append("dec", -1234)
                        .append("big", Binary.fromConstantByteArray(new byte[] {4, 1}))
                        .append("target", 0),
                row -> row.append("f", 0f)
                        .append("d", -0.0)
                        .append("l", 0L)
                        .append("u", 0)
                        .append("b", false)
                        .append("dec", 0)
                        .append("big", Binary.fromConstantByteArray(new byte[] {0}))
                        .append("target", 1));
        assertRows(
                open(),
                new float[] {0.1f, 0.1f, 0x1p40f, 0x1p32f, 1, -12.34f, 1.025f, 0, 0, 0, 0, 0, 0, 0},
                new float[] {0, 1});
    }

    @Test
    void listsAreWrittenInThreeWays() throws IOException {
        write("t", """
                required group new (LIST) { repeated group list { optional float element; } }
                required double x;
                required group old (LIST) { repeated int64 array; }
                repeated float bare;
                required int32 target;
                """, row -> {
            Group list = row.addGroup("new");
            list.addGroup("list").append("element", 1f);
            list.addGroup("list").append("element", 2f);
            row.append("x", 3.0).addGroup("old").append("array", 4L).append("array", 5L);
            row.append("bare", 6f).append("bare", 7f).append("target", 0);
        });
        Source source = open("data.task=value");
        assertRows(source, new float[] {1, 2, 3, 4, 5, 6, 7}, new float[] {0});
    }

    @Test
    void vectorsAreSparseAndDenseAtWill() throws IOException {
        write(
                "t",
                "required float before; "
                        + VECTOR.replace("required int32 target", "required int32 after; required int32 target"),
                row -> {
                    sparse(row.append("before", 1f), 4, new int[] {1, 3}, 2, 3);
                    row.append("after", 9).append("target", 0);
                },
                row -> {
                    dense(row.append("before", 2f), 5, 6, 0, 7);
                    row.append("after", 8).append("target", 1);
                });
        assertRows(open(), new float[] {1, 0, 2, 0, 3, 9, 2, 5, 6, 0, 7, 8}, new float[] {0, 1});
    }

    @Test
    void targetAndDroppedColumnsAreNamedOrCounted() throws IOException {
        write(
                "t",
                "required binary name (STRING); required float y; required float x; required int96 when;",
                row -> row.append("name", "b").append("y", 0f).append("x", 3f).append("when", time()),
                row -> row.append("name", "a").append("y", 5f).append("x", 4f).append("when", time()));
        Source byName = open("data.target=y", "data.drop=[name, when]");
        assertRows(byName, new float[] {3, 4}, new float[] {0, 1});
        assertEquals(List.of("0", "5"), byName.shape().classNames());
        Source byNumber = open("data.target=1", "data.drop=[2, 4]");
        assertRows(byNumber, new float[] {3, 4}, new float[] {1, 0});
        assertEquals(List.of("a", "b"), byNumber.shape().classNames());
    }

    @Test
    void classesStandInTheirOrderAndValuesAsTheyAre() throws IOException {
        writeTargets("required double target;", 10.0, 9.0, -1.0);
        assertEquals(List.of("-1", "9", "10"), open().shape().classNames());
        assertEquals(List.of(), open("data.task=value").shape().classNames());
        writeTargets("required double target;", 0.5, 9.0, 0.5);
        assertRows(open(), new float[] {1, 1, 1}, new float[] {0.5f, 9, 0.5f});
        refused(
                "t, row 0 (counted from 0): the target, column 'target', is 0.5, expected a whole number for a class"
                        + " (data.task = value if it is none)",
                "data.task=classes");
        writeTargets("required boolean target;", true, false, true);
        assertEquals(List.of("false", "true"), open().shape().classNames());
        writeTargets("required binary target (STRING);", "2", "x", "2");
        assertEquals(List.of("2", "x"), open().shape().classNames());
        writeTargets("required binary target (STRING);", "2.5", "1e3", "0");
        assertRows(open("data.task=value"), new float[] {1, 1, 1}, new float[] {2.5f, 1000, 0});
    }

    private void writeTargets(String column, Object... targets) throws IOException {
        List<Filling> rows = new ArrayList<>();
        for (Object target : targets) {
            rows.add(row -> {
                row.append("x", 1f);
                if (target instanceof Double number) {
                    row.append("target", number);
                } else if (target instanceof Boolean flag) {
                    row.append("target", flag);
                } else {
                    row.append("target", (String) target);
                }
            });
        }
        write("t", "required float x; " + column, rows);
    }

    @ParameterizedTest
    @EnumSource(
            value = CompressionCodecName.class,
            names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"})
    void anyRangeOfAnyFilesIsRead(CompressionCodecName codec) throws IOException {
        int rows = 0;
        for (String name : new String[] {"b/2", "a", "b/10"}) {
            rows += 7_000;
            writeMany(name, codec, 7_000);
        }
        writeMany("b/_SUCCESS", codec, 1);
        writeMany("b/0", codec, 0);
        Source source = open("data.task=value");
        assertEquals(rows, source.shape().trainingRows());
        assertEquals(
                List.of("a 7000", "b/0 0", "b/10 7000", "b/2 7000"),
                source.trainingSegments().stream()
                        .map(segment -> segment.name() + " " + segment.rows())
                        .toList());
        Block all = Samples.read(source, Part.TRAINING, 0, rows);
        for (int row = 0; row < rows; row++) {
            assertEquals(row % 7_000, all.targets()[row]);
        }
        for (int[] range : new int[][] {{0, 1}, {6_999, 7_001}, {5_123, 14_002}, {20_999, 21_000}, {0, 0}}) {
            Samples.assertSame(
                    BlockSlices.slice(all, range[0], range[1]),
                    Samples.read(source, Part.TRAINING, range[0], range[1]));
        }
    }

    @Test
    void columnsOfLaterFilesAreFoundByName() throws IOException {
        write("a", "required float x; required double y; required int32 target;", row -> row.append("x", 1f)
                .append("y", 2.0)
                .append("target", 0));
        write(
                "b",
                "required int64 target; required int32 y; required binary z; required float x;",
                row -> row.append("target", 1L).append("y", 4).append("z", "?").append("x", 3f));
        assertRows(open(), new float[] {1, 2, 3, 4}, new float[] {0, 1});
    }

    @Test
    void testRowsComeFromTheirPathOrAreHeldOut() throws IOException {
        writeMany("train/t", CompressionCodecName.SNAPPY, 100);
        writeMany("test/t", CompressionCodecName.SNAPPY, 10);
        Source apart = SourceKind.PARQUET.open(Experiments.data(
                "parquet", List.of("data.path=" + folder + "/train", "data.test-path=" + folder + "/test/*")));
        assertEquals(100, apart.shape().trainingRows());
        assertEquals(10, apart.shape().testRows());
        Source held = open("data.test=0.2");
        assertEquals(110, held.shape().trainingRows() + held.shape().testRows());
        assertTrue(held.shape().testRows() > 5);
    }

    @Test
    void nullsAndWhatIsNotFiniteAreToldWithFileRowAndColumn() throws IOException {
        write("t", TWO_NUMBERS, row -> row.append("x", 1.0).append("target", 0), row -> row.append("target", 0));
        refused("t, row 1 (counted from 0): column 'x' is null, expected a value");
        write("t", TWO_NUMBERS, row -> row.append("x", 1.0).append("target", 0), row -> row.append("x", 1.0));
        refused("t, row 1 (counted from 0): column 'target' is null, expected a value");
        write("t", TWO_NUMBERS, row -> row.append("x", Double.NaN).append("target", 0));
        refused("t, row 0 (counted from 0): column 'x' is NaN, expected a finite number");
        write("t", TWO_NUMBERS, row -> row.append("x", 1e300).append("target", 0));
        refused("t, row 0 (counted from 0): column 'x' is 1.0E300, which is too large for a float");
        writeTargets("required double target;", 1.0, Double.NEGATIVE_INFINITY);
        refused("t, row 1 (counted from 0): column 'target' is -Infinity, expected a finite number");
    }

    @Test
    void listsThatDoNotFitAreTold() throws IOException {
        String list =
                "required group x (LIST) { repeated group list { optional float element; } } required int32 target;";
        BiConsumer<Group, Integer> fill = (row, count) -> {
            Group values = row.append("target", 0).addGroup("x");
            for (int i = 0; i < count; i++) {
                values.addGroup("list").append("element", 1f);
            }
        };
        write("t", list, row -> fill.accept(row, 2), row -> fill.accept(row, 1));
        refused("t, row 1 (counted from 0): column 'x' has 1 elements, expected 2 as in the first row");
        write("t", list, row -> fill.accept(row, 2), row -> fill.accept(row, 3));
        refused("t, row 1 (counted from 0): column 'x' has more than 2 elements, as many as in the first row");
        write("t", list, row -> row.append("target", 0).addGroup("x").addGroup("list"));
        refused("t, row 0 (counted from 0): element 0 (counted from 0) of column 'x' is null, expected a value");
        write("t", list, row -> row.append("target", 0).addGroup("x"));
        refused("t has 0 features in its first row, expected 1 to 134217728");
    }

    @Test
    void vectorsThatAreNoneAreTold() throws IOException {
        Filling first = row -> dense(row.append("target", 0), 1, 2);
        write("t", VECTOR, first, row -> dense(row.append("target", 0), 1, 2, 3));
        refused("t, row 1 (counted from 0): column 'v' is a vector of size 3, expected 2 as in the first row");
        write("t", VECTOR, first, row -> sparse(row.append("target", 0), 2, new int[] {2}, 1));
        refused("t, row 1 (counted from 0): column 'v' is a vector with the index 2 after -1, expected ascending ones"
                + " below 2");
        write("t", VECTOR, first, row -> sparse(row.append("target", 0), 2, new int[] {1, 0}, 1, 1));
        refused("t, row 1 (counted from 0): column 'v' is a vector with the index 0 after 1, expected ascending ones"
                + " below 2");
        write("t", VECTOR, first, row -> sparse(row.append("target", 0), 2, new int[] {1}, 1, 1));
        refused("t, row 1 (counted from 0): column 'v' is a vector of 1 indices and 2 values, expected as many");
        write("t", VECTOR, first, row -> row.append("target", 0));
        refused("t, row 1 (counted from 0): column 'v' is null, expected a value");
        write("t", VECTOR, first, row -> row.append("target", 0).addGroup("v").append("type", 1));
        refused("t, row 1 (counted from 0): the values of column 'v' is null, expected a value");
        write("t", VECTOR, first, row -> {
            Group vector = row.append("target", 0).addGroup("v").append("type", 7);
            vector.addGroup("values").addGroup("list").append("element", 1.0);
        });
        refused("t, row 1 (counted from 0): column 'v' is a vector of the unknown type 7, expected 0 or 1");
    }

    @Test
    void columnsThatAreMissingOrUselessAreTold() throws IOException {
        write("t", "required binary s (STRING); required int32 d (DATE); required float target;");
        refused(
                "t: expected numbers, lists of numbers or vectors, but column 's' holds text, column 'd' holds something"
                        + " else; data.drop leaves columns out");
        refused("t has no column 'y' (data.target); it has s, d, target", "data.target=y");
        refused("t has 3 columns, data.drop asks for column 4", "data.drop=[4]");
        refused("t: data.drop names the target, column 'target'", "data.drop=[target]");
        refused("t has no column to learn from beside the target, column 'target'", "data.drop=[s, d]");
        refused("t: the target, column 'd', holds something else, expected one number or text a row", "data.target=d");
        write("a", TWO_NUMBERS);
        write("t", "required float target;");
        refused("t has no column 'x', which " + folder + "/a has");
        write("t", "required binary x; required float target;");
        refused("t: column 'x' holds text, but a number in " + folder + "/a");
        write("t", TWO_NUMBERS);
        assertEquals(
                folder + " has no rows", assertThrows(BadData.class, this::open).getMessage());
    }

    @Test
    void whatIsNotParquetIsTold() throws IOException {
        Files.writeString(folder.resolve("t"), "x,target\n1,0\n");
        String message = assertThrows(BadData.class, this::open).getMessage();
        assertTrue(message.startsWith(folder + "/t is not a sound Parquet file: "), message);
        Files.writeString(folder.resolve("t"), "");
        message = assertThrows(BadData.class, this::open).getMessage();
        assertTrue(message.startsWith(folder + "/t is not a sound Parquet file: "), message);
    }

    @Test
    void noCutOrFlippedByteEscapesAsAnythingButBadData() throws IOException {
        writeMany("t", CompressionCodecName.SNAPPY, 20);
        byte[] good = Files.readAllBytes(folder.resolve("t"));
        for (int at = 0; at < good.length; at += 7) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) (1 << at % 8);
            Files.write(folder.resolve("t"), bad);
            openOrRefuse();
            Files.write(folder.resolve("t"), Arrays.copyOf(good, at));
            assertTrue(openOrRefuse(), "cut to " + at + " bytes");
        }
    }

    private boolean openOrRefuse() {
        try {
            Source source = open("data.task=value");
            source.read(Part.TRAINING, 0, source.shape().trainingRows(), block -> {});
            return false;
        } catch (BadData e) {
            return true;
        }
    }

    private void refused(String message, String... assignments) {
        BadData refusal = assertThrows(BadData.class, () -> {
            Source source = open(assignments);
            source.read(Part.TRAINING, 0, source.shape().trainingRows(), block -> {});
        });
        assertEquals(folder + "/" + message, refusal.getMessage());
    }

    private Source open(String... assignments) {
        List<String> all = new ArrayList<>(List.of("data.path=" + folder));
        all.addAll(List.of(assignments));
        return SourceKind.PARQUET.open(Experiments.data("parquet", all));
    }

    private static void assertRows(Source source, float[] features, float[] targets) {
        Block rows = Samples.read(source, Part.TRAINING, 0, source.shape().trainingRows())
                .toDense();
        assertArrayEquals(features, rows.values());
        assertArrayEquals(targets, rows.targets());
    }

    /** Row r has the features (r, 1, 2, 3) and the target r. */
    private void writeMany(String name, CompressionCodecName codec, int rows) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType(
                "message m { required int32 x; repeated float list; required float target; }");
        Files.createDirectories(folder.resolve(name).getParent());
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(folder.resolve(name)))
                .withType(schema)
                .withCompressionCodec(codec)
                .withRowGroupSize(20_000L)
                .build()) {
            for (int row = 0; row < rows; row++) {
                writer.write(new SimpleGroup(schema)
                        .append("x", row)
                        .append("list", 1f)
                        .append("list", 2f)
                        .append("list", 3f)
                        .append("target", (float) row));
            }
        }
    }

    private interface Filling {
        void fill(Group row);
    }

    private void write(String name, String columns, Filling... rows) throws IOException {
        write(name, columns, List.of(rows));
    }

    private void write(String name, String columns, List<Filling> rows) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("message spark_schema { " + columns + " }");
        Files.deleteIfExists(folder.resolve(name));
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(folder.resolve(name)))
                .withType(schema)
                .build()) {
            for (Filling row : rows) {
                Group group = new SimpleGroup(schema);
                row.fill(group);
                writer.write(group);
            }
        }
    }

    private static void sparse(Group row, int size, int[] indices, double... values) {
        Group vector = row.addGroup("v").append("type", 0).append("size", size);
        Group list = vector.addGroup("indices");
        for (int index : indices) {
            list.addGroup("list").append("element", index);
        }
        values(vector, values);
    }

    private static void dense(Group row, double... values) {
        values(row.addGroup("v").append("type", 1), values);
    }

    private static void values(Group vector, double... values) {
        Group list = vector.addGroup("values");
        for (double value : values) {
            list.addGroup("list").append("element", value);
        }
    }

    private static NanoTime time() {
        return new NanoTime(2_440_588, 0);
    }
}
