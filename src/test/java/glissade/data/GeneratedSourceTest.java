package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedSourceTest {
    private static List<String> names() {
        return Arrays.stream(SourceKind.values())
                .filter(SourceKind::isGenerated)
                .map(SourceKind::text)
                .toList();
    }

    private static Source source(String name, long rows) {
        return Generated.of(name).withRows(rows, 200).open();
    }

    @ParameterizedTest
    @MethodSource("names")
    void rowsAreTheSameOneByOneInBulkAndBackwards(String name) {
        int rows = 2_500;
        Source source = source(name, rows);
        Block bulk = Samples.read(source, Part.TRAINING, 0, rows);
        Block[] single = new Block[rows];
        for (int row = rows - 1; row >= 0; row--) {
            single[row] = Samples.read(source, Part.TRAINING, row, row + 1);
        }
        Samples.assertSame(bulk, Samples.join(Arrays.asList(single)));
        List<Block> uneven = new ArrayList<>();
        for (int from = 0, to = 1; from < rows; from = to, to = Math.min(rows, 3 * to)) {
            uneven.add(Samples.read(source, Part.TRAINING, from, to));
        }
        Samples.assertSame(bulk, Samples.join(uneven));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aLargerSetBeginsWithTheRowsOfASmallerOne(String name) {
        Samples.assertSame(
                Samples.read(source(name, 100), Part.TRAINING, 0, 100),
                Samples.read(source(name, 1_000), Part.TRAINING, 0, 100));
    }

    /** So that trials on more rows, or with others held out, are measured on the same test rows, and on others elsewhere. */
    @ParameterizedTest
    @MethodSource("names")
    void testRowsAreTheSameWhateverIsTrainedOn(String name) {
        DataSpec few = Generated.of(name).withRows(100, 50).spec();
        DataSpec many = Generated.of(name).withRows(1_000, 50).spec(0.2, 3);
        assertEquals(few.rowsOf(Split.TEST), many.rowsOf(Split.TEST));
        assertNotEquals(few.rowsOf(Split.TRAIN), many.rowsOf(Split.TRAIN));
        assertNotEquals(few.rowsOf(Split.VALIDATION), many.rowsOf(Split.VALIDATION));
        Samples.assertSame(
                Samples.read(SourceKind.of(name).open(few), Part.TEST, 0, 50),
                Samples.read(SourceKind.of(name).open(many), Part.TEST, 0, 50));
        DataSpec others = Generated.of(name).withRows(100, 50).withSeed(43).spec();
        assertNotEquals(few.rowsOf(Split.TEST), others.rowsOf(Split.TEST));
        assertEquals(
                many.rowsOf(Split.VALIDATION),
                many.with(ScalingKind.STANDARDIZE).rowsOf(Split.VALIDATION));
    }

    @ParameterizedTest
    @MethodSource("names")
    void testRowsAndSeedsAreNews(String name) {
        Block training = Samples.read(source(name, 200), Part.TRAINING, 0, 200);
        Block test = Samples.read(source(name, 200), Part.TEST, 0, 200);
        Source another = Generated.of(name).withRows(200, 200).withSeed(43).open();
        Block otherSeed = Samples.read(another, Part.TRAINING, 0, 200);
        assertNotEquals(Arrays.hashCode(training.values()), Arrays.hashCode(test.values()));
        assertNotEquals(Arrays.hashCode(training.values()), Arrays.hashCode(otherSeed.values()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void rowsFarOutCostNoMoreThanTheFirst(String name) {
        Source source = source(name, 1L << 36);
        Block block = Samples.read(source, Part.TRAINING, (1L << 36) - 3, 1L << 36);
        assertEquals(3, block.rows());
    }

    /** Pinned: the same on every machine and every JDK, for ever. */
    @ParameterizedTest
    @CsvSource({
        "circles,  UNIFORM,  f248540a9ebd7f07cba51b64c65781f2f511f5d8bbbb0ffa581d4124f56c6a8f",
        "moons,    UNIFORM,  be92b013d30aa66a0a373d65e8b90f325fb0bd77827be529cecfee17c7caf4ba",
        "blobs,    UNIFORM,  eece5c0aecd300cee87a5e7fbc2c87de2546eec1edba7194404651fc02564ea9",
        "digits,   UNIFORM,  1dee70fb12afb14c48c3c857c93ae46b44880db4ae10be0370bf00cfc87840d3",
        "linear,   UNIFORM,  eca565754a50ae3514f017a10fb9a86a93d83832a2b0f35c815f2375d1ee64f8",
        "linear,   GAUSSIAN, 6d1f893dc8e8b7d2f0502fb92c1b2fb35fff4b6068d395223cdc819fb7c12478",
        "logistic, UNIFORM,  d86edc7d0e1d92f707629cf863e8d21a242ff85899414186a3d5a07671f87b46",
        "logistic, GAUSSIAN, 75c166cfcef0fbf007db17ae0717f877b26bcbd2b16086227c48f4f6d4c9ef4e",
        "dummy,    UNIFORM,  96b0957c698d6badff0093ecffdc5abc0db82af6163452ab60bcbd20d0eb0ef9",
        "noise,    UNIFORM,  dec0ef0261b8f38116b977d140fc3e8eb32f8ea7c7699b01f128f9b193443a57"
    })
    void fingerprintsArePinned(String name, Sampling sampling, String fingerprint) {
        DataSpec spec =
                Generated.of(name).withRows(500, 100).withSampling(sampling).spec(0.2, 1);
        assertEquals(fingerprint, DataSets.open(spec).summary().fingerprint());
    }

    @Test
    void noRowsAreRefused() {
        BadData refusal = assertThrows(BadData.class, () -> source("circles", 0));
        assertEquals("data.rows must be at least 1, got 0", refusal.getMessage());
    }
}
