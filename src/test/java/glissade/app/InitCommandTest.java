package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private Path csv;

    @BeforeEach
    void name() {
        csv = folder.resolve("my.csv");
    }

    @Test
    void ourOwnTableIsUnderstoodAndTrains() throws IOException {
        String config = init("data/own.csv");
        assertHas(config, "header = true # the first line holds no number, others do");
        assertHas(config, "target = \"ripeness\" # the last column");
        assertHas(config, "task = classes # 3 of them: overripe, ripe, unripe");
        assertHas(config, "id = \"sample\" # different in each row, so not learnt from");
        assertHas(config, "# colour: categories, one feature for each (3 different texts");
        assertHas(config, "model.type = softmax");
        run(config);
    }

    @Test
    void valuesWithoutHeaderAndManyScalesTrain() throws IOException {
        write("", row -> row % 7 + 0.5 + ";" + 1000 * row + ";" + (3.25 * row - 1));
        String config = init(csv.toString());
        assertHas(config, "delimiter = \";\" # stands equally often in each line");
        assertHas(config, "header = false # the first line holds a number, as rows do");
        assertHas(config, "target = 3 # the last column");
        assertHas(config, "task = value");
        assertHas(config, "scaling = standardize # so that numbers of any size count alike");
        assertHas(config, "model.type = linear");
        run(config);
    }

    @Test
    void columnsThatAreOfNoUseAreLeftOutAndTheNamedTargetIsTaken() throws IOException {
        write(
                "row_id,Label,same,dirty,few,none,größe \"x\",name",
                row -> row + "," + (row % 2 == 0 ? "no" : "yes") + ",5," + (row == 70 ? "n.a." : row) + ","
                        + (row % 10 == 0 ? "?" : row % 3 == 1 ? "1" : "b") + ",," + (row % 5 == 0 ? "NA" : row * row)
                        + ",n" + row);
        String config = init(csv.toString());
        assertHas(config, "target = \"Label\" # so named");
        assertHas(config, "id = \"row_id\"");
        assertHas(config, "drop = [\"same\", \"dirty\", \"none\", \"name\"]");
        assertHas(config, "categorical = [\"few\"]");
        assertHas(config, "missing = mean # 36 cells of features say nothing");
        assertHas(config, "# same: left out (the same in every row)");
        assertHas(config, "# dirty: left out (numbers, but also 'n.a.' in line 72: put that right to learn from it)");
        assertHas(config, "# few: categories, one feature for each (2 different texts, some of which are numbers");
        assertHas(config, "# none: left out (no row has anything here; 120 cells missing)");
        assertHas(config, "# größe \"x\": a number");
        plan(config);
    }

    @Test
    void otherDelimitersGzipAndFewRows() throws IOException {
        for (String delimiter : new String[] {"\t", "|", " "}) {
            write("a,b,y".replace(",", delimiter), row -> row + delimiter + row % 4 + delimiter + row % 3);
            plan(init(csv.toString()));
        }
        Path packed = folder.resolve("few.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("x,kind\n1,a\n2,b\n3,a\n".getBytes(StandardCharsets.UTF_8));
        }
        String config = init(packed.toString());
        assertHas(config, "validation = 0");
        plan(config);
    }

    @Test
    void headersWithoutNamesOrWithTheSameAreCounted() throws IOException {
        write("a,a,,t\tu", row -> row + 0.5 + "," + row % 3 + ",q" + row % 4 + "," + row % 2);
        String config = init(csv.toString());
        assertHas(config, "target = \"t\\u0009u\"");
        assertHas(config, "# column 2: a number");
        plan(config);
    }

    @Test
    void whatIsNoTableIsTold() throws IOException {
        refused("there is no file or folder " + csv + " (from FILE)");
        Files.writeString(csv, "");
        refused(csv + " is empty, expected rows");
        Files.writeString(csv, "a\n1\n2\n");
        refused(csv + " has one column only");
        Files.writeString(csv, "a,b\n");
        refused(csv + " has no rows below its header");
        Files.writeString(csv, "a,b\n1,2\n1,2,3\n1,4\n");
        refused(csv + ", line 3: 3 cells, expected 2 as in the first line (between cells: ',')");
        Files.writeString(csv, "a,b\n1,x\n1,x\n");
        refused(csv + " has no column that could be predicted");
    }

    private void write(String header, IntFunction<String> row) throws IOException {
        String rows = IntStream.range(0, 120).mapToObj(row).collect(Collectors.joining("\n"));
        Files.writeString(csv, header.isEmpty() ? rows : header + "\n" + rows);
    }

    private String init(String path) {
        screen.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, glissade("init", path), errors.toString());
        return screen.toString();
    }

    private void refused(String message) {
        errors.getBuffer().setLength(0);
        assertEquals(ExitCode.BAD_INPUT, glissade("init", csv.toString()), errors.toString());
        assertTrue(errors.toString().contains(message), errors.toString());
        assertEquals("", screen.toString());
    }

    private void plan(String config) throws IOException {
        Path file = Files.writeString(folder.resolve("my.conf"), config);
        assertEquals(ExitCode.DONE, glissade("plan", file.toString()), errors + config);
    }

    private void run(String config) throws IOException {
        Path file = Files.writeString(folder.resolve("my.conf"), config);
        String out = folder.resolve("runs").toString();
        assertEquals(
                ExitCode.DONE,
                glissade("run", file.toString(), "--out", out, "--master", "local[1]", "--set", "training.epochs=5"),
                errors + config);
        assertFalse(screen.toString().contains("8 diverged"), screen.toString());
    }

    private static void assertHas(String config, String line) {
        assertTrue(config.replaceAll(" +", " ").contains(line), line + " is not in\n" + config);
    }

    private int glissade(String... arguments) {
        return Main.execute(new PrintWriter(screen, true), new PrintWriter(errors, true), arguments);
    }
}
