package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.numeric.Block;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnSparkTest {
    private static JavaSparkContext spark;

    @BeforeAll
    static void start() {
        SparkConf conf = new SparkConf().setMaster("local[2]").setAppName("data");
        spark = new JavaSparkContext(conf.set("spark.ui.enabled", "false"));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void aScanLearnsTheSameWhateverItsTasks() {
        for (DataSpec spec : List.of(
                Samples.circles(50_000, 0.1),
                Samples.digits(5_000, 0),
                Samples.digits(5_000, 0.9),
                Samples.circles(30_000, 0.3).with(ScalingKind.STANDARDIZE),
                Samples.circles(30_000, 0.3).with(SplitKind.TIME).with(ScalingKind.MIN_MAX),
                Samples.circles(30_000, 0.3).with(SplitKind.STRATIFIED).with(ScalingKind.STANDARDIZE),
                Samples.digits(9_000, 0.1).with(SplitKind.STRATIFIED).with(ScalingKind.MAX_ABS),
                Samples.digits(9_000, 0.1).with(ScalingKind.STANDARDIZE))) {
            ScannedData here = DataSets.open(spec);
            for (int tasks : new int[] {1, 2, 7, 20}) {
                SparkPlace place = new SparkPlace(spark, tasks);
                CanonicalRows rows = Samples.rows(spec, place);
                assertEquals(here.scaling(), rows.scaling().scaling());
                DataSummary there = DataScan.at(place, rows);
                assertEquals(here.summary(), there.withNotes(here.summary().notes()));
            }
            assertEquals(
                    here.summary().fingerprint(),
                    DataScan.at(ScanPlace.HERE, Samples.rows(spec)).fingerprint());
        }
    }

    @Test
    void smallDataNeedsNoSpark() {
        DataSets.open(
                Samples.digits(100, 0),
                () -> {
                    throw new AssertionError("small data asked for Spark");
                },
                Long.MAX_VALUE);
    }

    /** How many there have been: Spark tells of them in a thread of its own. */
    private static int jobs() throws TimeoutException {
        spark.sc().listenerBus().waitUntilEmpty();
        return spark.statusTracker().getJobIdsForGroup(null).length;
    }

    @Test
    void largeDataIsScannedOnTheCluster() throws Exception {
        long rows = DataScan.SMALL_VALUES / 784 + 1;
        DataSpec spec = Samples.digits(rows, 0.01);
        int before = jobs();
        DataSummary summary = DataSets.open(spec, () -> spark, Long.MAX_VALUE).summary();
        assertEquals(rows, summary.trainingRows() + summary.validationRows());
        assertTrue(jobs() > before);
    }

    @Test
    void aTestShareOfManyRowsIsDealtOnTheClusterAsItWouldBeHere() throws Exception {
        Source many = SourceKind.CIRCLES.open(Samples.circles(DataScan.SMALL_VALUES / 2 + 1, 0));
        Source few = SourceKind.CIRCLES.open(Samples.circles(9_000, 0));
        assertSame(ScanPlace.HERE, SparkPlace.of(few, () -> spark));
        assertSame(ScanPlace.HERE, SparkPlace.of(many, null));
        int before = jobs();
        TestShare dealt = TestShare.of(many, 0.2, 7, SparkPlace.of(many, () -> spark));
        assertEquals(before + 1, jobs());
        TestShare here = TestShare.of(many, 0.2, 7, ScanPlace.HERE);
        assertEquals(here.shape(), dealt.shape());
        for (Source.Part part : Source.Part.values()) {
            long rows = here.shape().rows(part);
            for (long from : new long[] {0, rows / 3, rows - 10}) {
                Samples.assertSame(
                        Samples.read(here, part, from, from + 10), Samples.read(dealt, part, from, from + 10));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8, 1", "8, 2", "8, 3", "8, 8", "2, 4"})
    void shardsLiveInThePartitionOfTheirIndex(int shards, int partitions) {
        ShardedData data = DataSets.open(Samples.digits(700, 0.2)).sharded(shards);
        JavaRDD<Shard> rdd = ShardRdd.of(spark, data, partitions);
        assertEquals(partitions, rdd.getNumPartitions());
        int[][] indices = rdd.map(Shard::index).glom().collect().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        for (int p = 0; p < partitions; p++) {
            for (int i = 0; i < indices[p].length; i++) {
                assertEquals(p + i * partitions, indices[p][i]);
            }
        }
        List<Shard> loaded = rdd.collect().stream()
                .sorted((a, b) -> Integer.compare(a.index(), b.index()))
                .toList();
        assertEquals(shards, loaded.size());
        for (Shard shard : loaded) {
            Samples.assertSame(data.load(shard.index()), shard);
        }
        rdd.unpersist();
    }

    @Test
    void filesAreReadWhereTheTaskRuns(@TempDir Path folder) throws IOException {
        MnistFiles.write(folder, true);
        DataSpec spec = new DataSpec("mnist", folder.toString(), null, 42, 0.3, 255);
        ShardedData data = DataSets.open(spec).sharded(4);
        List<Shard> expected = Samples.loadAll(data);
        RecentRows.forget();
        List<Shard> read = ShardRdd.of(spark, data, 1).collect();
        for (int s = 0; s < 4; s++) {
            Samples.assertSame(expected.get(s), read.get(s));
        }
    }

    /** As executors on other machines see them: not at all. */
    @Test
    void rowsThatExecutorsCannotReadAreSentAlong(@TempDir Path folder) throws IOException {
        MnistFiles.write(folder, true);
        DataSpec spec = new DataSpec("mnist", folder.toString(), null, 42, 0.3, 255).with(ScalingKind.STANDARDIZE);
        assertTrue(spec.readsThisMachine());
        ScannedData scanned = DataSets.open(spec);
        List<Shard> expected = Samples.loadAll(scanned.sharded(4));
        ShardedData shipped = scanned.shipped(spark).sharded(4);
        RecentRows.forget();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        List<Shard> received = ShardRdd.of(spark, shipped, 1).collect();
        for (int s = 0; s < 4; s++) {
            Samples.assertSame(expected.get(s), received.get(s));
        }
    }

    @Test
    void onlyFilesWithoutASchemeOfTheirOwnAreOnThisMachine() {
        for (String path : new String[] {null, "data/mnist", "/data/mnist", "file:///data/mnist", "C:\\mnist"}) {
            assertTrue(new DataSpec("mnist", path, null, 42, 0, 255).readsThisMachine(), path);
        }
        assertFalse(new DataSpec("mnist", "hdfs://name/mnist", null, 42, 0, 255).readsThisMachine());
        assertFalse(new DataSpec("mnist", "s3a://bucket/mnist", null, 42, 0, 255).readsThisMachine());
        assertFalse(Samples.digits(10, 0).readsThisMachine());
    }

    @Test
    void aTableIsOnThisMachineIfItsTestRowsAre() {
        assertTrue(Tables.csv("data/*.csv").spec().readsThisMachine());
        assertFalse(Tables.csv("hdfs://name/x.csv").spec().readsThisMachine());
        assertFalse(Tables.csv("hdfs://name/x.csv")
                .test("s3a://bucket/t.csv")
                .spec()
                .readsThisMachine());
        assertEquals(
                List.of("file:/t.csv"),
                Tables.csv("hdfs://name/x.csv").test("file:/t.csv").spec().placesOnThisMachine());
        assertTrue(Tables.csv("file://name/x.csv").spec().readsThisMachine());
    }

    @Test
    void badDataKeepsItsOneSentenceOnTheWayFromATask() {
        CanonicalRows rows = new CanonicalRows(new Broken(), SplitIndex.whole(5_000), RowScaling.NONE);
        BadData refusal = assertThrows(BadData.class, () -> DataScan.at(new SparkPlace(spark, 2), rows));
        assertEquals("row 4999 is broken", refusal.getMessage());
    }

    /** Has a bad row. */
    private static final class Broken implements Source, Serializable {
        private static final long serialVersionUID = 1;

        @Override
        public SourceShape shape() {
            return new SourceShape(5_000, 0, 1, SourceShape.numbered(2));
        }

        @Override
        public List<Segment> trainingSegments() {
            return List.of(new Segment("broken", 5_000));
        }

        @Override
        public void read(Part part, long from, long to, Consumer<Block> sink) {
            for (long row = from; row < to; row++) {
                if (row == 4_999) {
                    throw new BadData("row 4999 is broken");
                }
                sink.accept(Block.dense(1, new float[] {1}, new float[] {row % 2}));
            }
        }
    }
}
