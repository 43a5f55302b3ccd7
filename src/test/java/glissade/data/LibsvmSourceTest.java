package glissade.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Part;
import glissade.data.TableSpec.Task;
import glissade.numeric.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibsvmSourceTest {
    private static final String GOOD = "+1 1:0.5 3:2\n-1 2:1\n";

    @TempDir
    private Path folder;

    private Tables libsvm(String text) throws IOException {
        return Tables.libsvm(Files.writeString(folder.resolve("x.svm"), text));
    }

    private void refused(String message, Tables tables) {
        assertEquals(
                message.replace("@", folder + "/"),
                assertThrows(BadData.class, () -> DataSets.open(tables.spec())).getMessage());
    }

    private void refused(String message, String text) throws IOException {
        refused("@x.svm" + message, libsvm(text));
    }

    private static void assertRows(Tables tables, float[] values, float... targets) {
        Source source = tables.open();
        Block rows = Samples.read(source, Part.TRAINING, 0, source.shape().trainingRows())
                .toDense();
        assertArrayEquals(values, rows.values());
        assertArrayEquals(targets, rows.targets());
    }

    @Test
    void featuresAreCountedFromOneAndTheRestIsZero() throws IOException {
        assertRows(libsvm(GOOD), new float[] {0.5f, 0, 2, 0, 1, 0}, 1, 0);
        assertEquals(List.of("-1", "1"), libsvm(GOOD).open().shape().classNames());
    }

    @Test
    void labelsAreClassesOrValues() throws IOException {
        assertRows(libsvm("0.5 1:1\n-2 1:2\n"), new float[] {1, 2}, 0.5f, -2);
        assertRows(libsvm("3 1:1\n1 1:2\n").task(Task.VALUE), new float[] {1, 2}, 3, 1);
        assertRows(libsvm("spam 1:1\nham 1:2\n"), new float[] {1, 2}, 1, 0);
    }

    @Test
    void commentsBlankLinesAndBlanksDoNotCount() throws IOException {
        String fingerprint = libsvm(GOOD).summary().fingerprint();
        for (String text : List.of(
                "# a head\n" + GOOD,
                GOOD.replace("\n", " # why\r\n\r\n"),
                GOOD.replace(" ", "\t  "),
                " " + GOOD + "   \n",
                GOOD.replace("2\n", "2 5:0\n") // a zero is none, but it makes the row wider
                        .replace("5:0", "3:0")
                        .replace("3:2 3:0", "3:2"))) {
            assertEquals(fingerprint, libsvm(text).summary().fingerprint(), text);
        }
    }

    @Test
    void aWidthAskedForIsKept() throws IOException {
        assertEquals(3, libsvm(GOOD).summary().features());
        assertEquals(7, libsvm(GOOD).features(7).summary().features());
        refused("@x.svm, line 1: index 3, expected at most 2", libsvm(GOOD).features(2));
    }

    @Test
    void theTestMayBeWider() throws IOException {
        Path test = Files.writeString(folder.resolve("test.svm"), "1 5:1\n");
        assertEquals(5, libsvm(GOOD).test(test).summary().features());
        assertEquals(1, libsvm(GOOD).test(test).summary().testRows());
    }

    @Test
    void badLines() throws IOException {
        refused(", line 2: index 2 comes after index 3, expected indices in ascending order", "1 1:1\n-1 3:1 2:1\n");
        refused(", line 1: index 3 comes after index 3, expected indices in ascending order", "1 3:1 3:2\n");
        refused(", line 2: found '0:1', but indices begin at 1", "1 1:1\n-1 0:1\n");
        refused(", line 1: found '-2:1', but indices begin at 1", "1 -2:1\n");
        refused(", line 1: found 'qid:3', expected index:value", "1 qid:3 1:2\n");
        refused(", line 1: found '7', expected index:value", "1 7 1:2\n");
        refused(", line 1: feature 1 is 'x', expected a number", "1 1:x\n");
        refused(", line 1: feature 1 is '', expected a number", "1 1:\n");
        refused(", line 1: feature 1 is 'nan', expected a finite number", "1 1:nan\n");
        refused(", line 1: feature 1 is '1e99', which is too large for a float", "1 1:1e99\n");
        refused(", line 1: index 9999999999, expected at most 134217728", "1 9999999999:1\n");
        refused(
                ", line 3: the label is 'x', expected a number as in the rows before (data.task = classes takes any"
                        + " text)",
                GOOD + "x 1:2\n");
    }

    @Test
    void nothingToLearnFrom() throws IOException {
        refused(" has no rows", "# nothing\n\n");
        refused(" has no features, only labels", "1\n2\n");
        refused("all 1 training rows are of one class; at least two are needed", libsvm("1 1:2\n"));
    }

    private static String hundredThousandColumns() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 2_000; row++) {
            text.append(row % 2)
                    .append(' ')
                    .append(row + 1)
                    .append(":1 100000:")
                    .append(row)
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void aHundredThousandColumnsStaySparse() throws IOException {
        DataSummary summary = open(hundredThousandColumns(), ScalingKind.MAX_ABS);
        assertTrue(summary.sparse());
        assertEquals(100_000, summary.features());
        assertEquals(3_999, summary.storedValues());
    }

    @Test
    void rowsThatScalingWouldFillAreNotKeptHere() {
        for (ScalingKind kind : List.of(ScalingKind.STANDARDIZE, ScalingKind.MIN_MAX)) {
            AssertionError asked = assertThrows(AssertionError.class, () -> open(hundredThousandColumns(), kind));
            assertEquals("asked for Spark", asked.getMessage());
        }
    }

    private DataSummary open(String text, ScalingKind kind) throws IOException {
        DataSpec spec = libsvm(text).spec().with(kind);
        return DataSets.open(
                        spec,
                        () -> {
                            throw new AssertionError("asked for Spark");
                        },
                        Long.MAX_VALUE)
                .summary();
    }
}
