package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Part;
import glissade.data.TableSpec.Missing;
import glissade.numeric.Block;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from text depends on neither files' packing nor who surveyed which part of them. */
class TextLawsTest {
    private static final int ROWS = 10_001;

    @TempDir
    private Path folder;

    /** With empty cells, categories, quotes and blank lines. */
    private static String csv(int from, int to) {
        StringBuilder text = new StringBuilder("a,b,colour,y\n");
        for (int row = from; row < to; row++) {
            long random = Randomness.bits(3, Purpose.DATA, 0, row);
            text.append(random % 7 == 0 ? "" : Long.toString(random % 1_000_000))
                    .append(", ")
                    .append(random >> 20)
                    .append("e-9,\"c")
                    .append(Math.floorMod(random, 11))
                    .append("\",")
                    .append(random > 0 ? "yes" : "no")
                    .append(row % 100 == 0 ? "\r\n\n" : "\n");
        }
        return text.toString();
    }

    private static String libsvm() {
        StringBuilder text = new StringBuilder("# label index:value\n");
        for (int row = 0; row < ROWS; row++) {
            long random = Randomness.bits(4, Purpose.DATA, 0, row);
            text.append(random % 3 == 0 ? "+1" : "-1");
            for (int index = 1; index < 60; index++) {
                if ((random >> index & 1) != 0 && index % 5 == row % 5) {
                    text.append(' ').append(index).append(":").append(row % 1000 / 8.0);
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private Tables whole() throws IOException {
        Path path = folder.resolve("whole").resolve("x.csv");
        if (!Files.exists(path)) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, csv(0, ROWS));
        }
        return Tables.csv(path).missing(Missing.MEAN);
    }

    private Tables libsvmFile() throws IOException {
        return Tables.libsvm(Files.writeString(folder.resolve("x.svm"), libsvm()));
    }

    private static Block all(Source source) {
        return Samples.read(source, Part.TRAINING, 0, source.shape().trainingRows());
    }

    @Test
    void gzipOfTheSameTextIsTheSameData() throws IOException {
        Path packed = folder.resolve("packed").resolve("x.csv.gz");
        Files.createDirectories(packed.getParent());
        Files.write(packed, MnistFiles.gzip(Utf8.bytes(csv(0, ROWS))));
        Tables plain = whole().heldOut(0.2);
        Tables gzip = Tables.csv(packed).missing(Missing.MEAN).heldOut(0.2);
        assertEquals(plain.summary(), gzip.summary());
        RecentRows.forget();
        ShardedData shards = DataSets.open(plain.spec()).sharded(4);
        RecentRows.forget();
        ShardedData packedShards = DataSets.open(gzip.spec()).sharded(4);
        RecentRows.forget();
        for (int s = 0; s < 4; s++) {
            Samples.assertSame(shards.load(s), packedShards.load(s));
        }
    }

    @Test
    void theSameRowsInSeveralFilesAreTheSameData() throws IOException {
        Path parts = Files.createDirectory(folder.resolve("parts"));
        Files.writeString(parts.resolve("part-2.csv"), csv(9_000, ROWS));
        Files.writeString(parts.resolve("part-0.csv"), csv(0, 1));
        Files.write(parts.resolve("part-1.csv.gz"), MnistFiles.gzip(Utf8.bytes(csv(1, 9_000))));
        Files.writeString(parts.resolve("part-1b.csv"), csv(0, 0));
        Files.writeString(parts.resolve("_SUCCESS"), "");
        assertEquals(whole().summary(), Tables.csv(parts).missing(Missing.MEAN).summary());
        assertEquals(
                whole().summary(),
                Tables.csv(parts + "/part-*").missing(Missing.MEAN).summary());
    }

    @Test
    void readingMayBeginAtAnyRow() throws IOException {
        for (Source source : List.of(whole().open(), libsvmFile().open())) {
            Block all = all(source);
            for (int from : new int[] {0, 1, 4_095, 4_096, 4_097, 8_192, 9_999, ROWS - 1, ROWS}) {
                for (int to : new int[] {from, from + 1, from + 4_097, ROWS}) {
                    if (to <= ROWS && from < to) {
                        Samples.assertSame(
                                BlockSlices.slice(all, from, to), Samples.read(source, Part.TRAINING, from, to));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 4_099, 77_777, 1 << 20})
    void aSurveyIsTheSameHoweverFilesAreCut(long stretchBytes) throws IOException {
        DataSpec spec = libsvmFile().spec();
        LibsvmFormat format = new LibsvmFormat(spec.table(), true);
        List<DataFile> files = FileListing.of(spec.path(), "data.path");
        Source whole = SourceKind.LIBSVM.open(spec);
        var survey = new TextSurvey<>(format, null).of(files, stretchBytes);
        RowCoding coding =
                new LibsvmCoding(spec.table(), survey.tally().target().code());
        TextRows rows = new TextRows(survey.files(), coding, survey.tally().features());
        assertEquals(ROWS, rows.rows());
        Source cut = new TextSource(rows, rows, whole.shape(), 0);
        Samples.assertSame(all(whole), all(cut));
        Samples.assertSame(
                Samples.read(whole, Part.TRAINING, 5_000, 5_003), Samples.read(cut, Part.TRAINING, 5_000, 5_003));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 100, 1 << 20})
    void theFirstBadLineIsToldHoweverFilesAreCut(long stretchBytes) throws IOException {
        String text = "1 1:1\n2 1:1\n\n1 1:1\n2 x:1\n1 y:1\n";
        Path path = Files.writeString(folder.resolve("bad.svm"), text);
        LibsvmFormat format = new LibsvmFormat(Tables.libsvm(path).table(), true);
        BadData refusal = assertThrows(BadData.class, () -> new TextSurvey<>(format, null)
                .of(FileListing.of(path.toString(), "data.path"), stretchBytes));
        assertEquals(path + ", line 5: found 'x:1', expected index:value", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local[1]", "local[2]"})
    void sparkLearnsTheSame(String master) throws IOException {
        DataSummary here = whole().heldOut(0.2).summary();
        SparkConf conf = new SparkConf().setMaster(master).setAppName("text").set("spark.ui.enabled", "false");
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            Supplier<JavaSparkContext> help = () -> spark;
            DataSpec spec = whole().heldOut(0.2).spec();
            List<DataFile> files = FileListing.of(spec.path(), "data.path");
            CsvColumns columns = CsvColumns.of(spec.table(), CsvHead.of(files, spec.table()));
            for (long stretchBytes : new long[] {10_000, 100_000, 1 << 20}) {
                var survey = new TextSurvey<>(new CsvFormat(columns), help).of(files, stretchBytes);
                CsvCoding coding = new CsvCoding(columns, survey.tally());
                CsvMeans.put(columns, survey, help, coding);
                TextRows rows = new TextRows(survey.files(), coding, coding.features());
                SourceShape shape = SourceKind.CSV.open(spec).shape();
                Source source = new TextSource(
                        rows,
                        rows,
                        shape,
                        survey.tally().nonZeros(),
                        survey.tally().facts(coding.stored()));
                for (int tasks : new int[] {1, 3}) {
                    assertEquals(here, Samples.scan(source, spec, new SparkPlace(spark, tasks)));
                }
            }
        }
    }

    @Test
    void smallTextNeedsNoSpark() throws IOException {
        DataSets.open(
                whole().spec(),
                () -> {
                    throw new AssertionError("small text asked for Spark");
                },
                Long.MAX_VALUE);
    }

    @Test
    void describingFilesSeesTheirChange() throws IOException {
        DataSpec spec = whole().spec();
        String before = DataSets.cheapFingerprint(spec);
        assertEquals(before, DataSets.cheapFingerprint(spec));
        Files.writeString(Path.of(spec.path()), "a,b,colour,y\n");
        assertTrue(!before.equals(DataSets.cheapFingerprint(spec)));
    }

    @Test
    void otherFileSystemsGiveTheSameRows() throws IOException {
        List<String> names = new ArrayList<>();
        Tables local = whole();
        String path = "loopback:" + Path.of(local.path()).getParent();
        HadoopStorage.settings().set("fs.loopback.impl", Loopback.class.getName());
        assertEquals(local.summary(), Tables.csv(path).missing(Missing.MEAN).summary());
        assertEquals(
                local.summary(),
                Tables.csv(path + "/*.csv").missing(Missing.MEAN).summary());
        FileListing.of(path, "data.path").forEach(file -> names.add(file.name()));
        assertEquals(List.of("x.csv"), names);
        BadData refusal =
                assertThrows(BadData.class, () -> Tables.csv(path + "/none.csv").open());
        assertEquals("there is no file or folder " + path + "/none.csv (from data.path)", refusal.getMessage());
    }
}
