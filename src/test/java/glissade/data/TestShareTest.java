package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code data.test} by itself, and with {@code data.validation} by every {@code data.split}. */
class TestShareTest {
    private static final int ROWS = 20_003;

    @TempDir
    private Path folder;

    /** Rows whose only feature is their own number, from 1. */
    private Tables table() throws IOException {
        Files.writeString(folder.resolve("a.csv"), numbers(1, 7_001));
        Files.writeString(folder.resolve("b.csv"), numbers(7_001, ROWS + 1));
        return Tables.csv(folder).testShare(0.25);
    }

    private static String numbers(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(row -> row + "," + "abc".charAt(row * 7 % 11 % 3) + "\n")
                .collect(Collectors.joining("", "x,y\n", ""));
    }

    /** The numbers of a split's rows. */
    private static int[] rows(DataSpec spec, Split split) {
        Block rows = DataSets.open(spec).sharded(1).load(0).rows(split);
        return IntStream.range(0, rows.rows())
                .map(row -> (int) rows.values()[row])
                .toArray();
    }

    private static int[] without(int[] taken) {
        return IntStream.rangeClosed(1, ROWS)
                .filter(row -> Arrays.binarySearch(taken, row) < 0)
                .toArray();
    }

    private static int label(int row) {
        return row * 7 % 11 % 3;
    }

    @ParameterizedTest
    @EnumSource
    void theTestRowsAreTheSameForEverySplitAndTheSplitIsOfTheRest(SplitKind split) throws IOException {
        int[] test = rows(table().spec(), Split.TEST);
        int[] rest = without(test);
        assertTrue(Math.abs(test.length - ROWS / 4) < 250, test.length + " test rows");
        for (double share : new double[] {0.1, 0.4}) {
            DataSpec spec = table().heldOut(share).spec().with(split);
            int[] train = rows(spec, Split.TRAIN);
            int[] validation = rows(spec, Split.VALIDATION);
            assertEquals(list(test), list(rows(spec, Split.TEST)));
            assertEquals(
                    list(rest),
                    list(IntStream.concat(Arrays.stream(train), Arrays.stream(validation))
                            .sorted()
                            .toArray()));
            assertTrue(Math.abs(validation.length - share * rest.length) < 250, validation.length + " held out");
        }
    }

    private static List<Integer> list(int[] rows) {
        return Arrays.stream(rows).boxed().toList();
    }

    @Test
    void aSplitByTimeTakesTheLastRowsThatAreLeft() throws IOException {
        DataSpec spec = table().heldOut(0.3).spec().with(SplitKind.TIME);
        int[] rest = without(rows(spec, Split.TEST));
        int held = (int) Math.floor(0.3 * rest.length + 0.5);
        assertEquals(
                list(Arrays.copyOfRange(rest, rest.length - held, rest.length)), list(rows(spec, Split.VALIDATION)));
    }

    @Test
    void aStratifiedSplitHasItsShareOfEveryClassThatIsLeft() throws IOException {
        DataSpec spec = table().heldOut(0.3).spec().with(SplitKind.STRATIFIED);
        int[] rest = without(rows(spec, Split.TEST));
        int[] held = rows(spec, Split.VALIDATION);
        for (int label = 0; label < 3; label++) {
            int c = label;
            long left = Arrays.stream(rest).filter(row -> label(row) == c).count();
            assertEquals(
                    (long) Math.floor(0.3 * left + 0.5),
                    Arrays.stream(held).filter(row -> label(row) == c).count());
        }
    }

    @Test
    void hashesOfTheTestAndOfTheRestHaveNothingToDoWithEachOther() throws IOException {
        DataSpec spec = table().heldOut(0.25).spec();
        int[] test = rows(spec, Split.TEST);
        int[] held = rows(table().testShare(0).heldOut(0.25).spec(), Split.VALIDATION);
        long both = Arrays.stream(held)
                .filter(row -> Arrays.binarySearch(test, row) >= 0)
                .count();
        assertTrue(Math.abs(both - held.length / 4) < 150, both + " of " + held.length);
    }

    @Test
    void rowsStayOnTheirSideWhenAFileGrowsOrAnotherComes() throws IOException {
        DataSpec spec = table().heldOut(0.2).spec();
        int[] test = rows(spec, Split.TEST);
        int[] held = rows(spec, Split.VALIDATION);
        Files.writeString(folder.resolve("b.csv"), numbers(7_001, ROWS + 5_001));
        Files.writeString(folder.resolve("c.csv"), numbers(ROWS + 5_001, ROWS + 5_101));
        RecentRows.forget();
        assertEquals(
                list(test),
                list(Arrays.stream(rows(spec, Split.TEST)).limit(test.length).toArray()));
        assertEquals(
                list(held),
                list(Arrays.stream(rows(spec, Split.VALIDATION))
                        .limit(held.length)
                        .toArray()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3_000, 4_095, 4_096, 4_097, 4_800})
    void readingMayBeginAtAnyRow(int from) throws IOException {
        Source source = table().open();
        for (Part part : Part.values()) {
            int all = (int) source.shape().rows(part);
            Block whole = Samples.read(source, part, 0, all);
            for (int to : new int[] {from, from + 1, Math.min(all, from + 4_097), all}) {
                if (to <= all) {
                    Samples.assertSame(BlockSlices.slice(whole, from, to), Samples.read(source, part, from, to));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shardsReadAnewJoinToTheWhole(SplitKind split) throws IOException {
        DataSpec spec = table().heldOut(0.2).spec().with(split).with(ScalingKind.STANDARDIZE);
        ScannedData scanned = DataSets.open(spec);
        Shard whole = scanned.sharded(1).load(0);
        RecentRows.forget();
        List<Shard> readAnew = Samples.loadAll(scanned.sharded(4));
        for (Split part : Split.values()) {
            Samples.assertSame(
                    whole.rows(part),
                    Samples.join(
                            readAnew.stream().map(shard -> shard.rows(part)).toList()));
        }
        assertEquals(
                scanned.summary().fingerprint(),
                Samples.scan(SourceKind.CSV.open(spec), spec, new Stretches(3)).fingerprint());
    }

    @Test
    void scalingIsFoundInTheTrainingRowsAlone() throws IOException {
        DataSpec spec = table().heldOut(0.2).spec();
        double mean = Arrays.stream(rows(spec, Split.TRAIN)).average().orElseThrow();
        Scaling scaling = DataSets.open(spec.with(ScalingKind.STANDARDIZE)).scaling();
        assertEquals(mean, scaling.shifts().get(0), 1e-9);
        assertFalse(Arrays.stream(rows(spec, Split.TEST)).average().orElseThrow() == mean);
    }

    @Test
    void aShareOfNothingIsRefused() throws IOException {
        Files.writeString(folder.resolve("x.csv"), "x,y\n1,a\n2,b\n");
        Tables two = Tables.csv(folder.resolve("x.csv"));
        assertEquals(
                "data.test = 1.0E-4 holds out none of 2 rows",
                assertThrows(BadData.class, () -> two.testShare(1e-4).open()).getMessage());
        assertEquals(
                "data.test = 0.9999 leaves none of 2 rows",
                assertThrows(BadData.class, () -> two.testShare(0.9999).open()).getMessage());
    }
}
