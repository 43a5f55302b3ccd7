package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import glissade.numeric.DecimalText;
import glissade.predict.Prediction;
import glissade.predict.Predictor;
import glissade.run.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code glissade predict} says on Spark, said by a plain Java program. */
class PredictorTest {
    private static final Path TABLE = Path.of("data/own.csv");

    @TempDir
    private static Path folder;

    private static Path run;
    private static List<String> predicted;

    @BeforeAll
    static void train() throws IOException {
        glissade(
                "run",
                "conf/own-csv.conf",
                "--out=" + folder,
                "--run-id=x",
                "--set=training.epochs=3",
                "--set=data.scaling=standardize",
                "--set=model={type=mlp,hidden=[5]}",
                "--master=local[2]");
        run = folder.resolve("own-csv/x");
        glissade("predict", run.toString(), "--data=" + TABLE, "--out=" + folder.resolve("p"), "--master=local[2]");
        predicted = Files.readAllLines(folder.resolve("p/predictions.csv"));
    }

    private static void glissade(String... arguments) {
        StringWriter errors = new StringWriter();
        int code = Main.execute(new PrintWriter(new StringWriter()), new PrintWriter(errors, true), arguments);
        assertEquals(ExitCode.DONE, code, errors.toString());
    }

    /** Each line of the table by the names of its columns. */
    private static List<Map<String, String>> rows() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < line.split(",").length; i++) {
                row.put(lines.get(0).split(",")[i], line.split(",")[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    void everyRowHasTheBitsThatSparkGivesIt() throws IOException {
        Predictor predictor = Predictor.load(run);
        assertEquals(List.of("overripe", "ripe", "unripe"), predictor.classNames());
        List<Map<String, String>> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            Prediction prediction = predictor.predict(predictor.encode(rows.get(i)));
            String probabilities = prediction.probabilities().stream()
                    .map(p -> DecimalText.of(Double.parseDouble(DecimalText.of((float) p))))
                    .collect(Collectors.joining(","));
            assertTrue(
                    predicted.get(i + 1).endsWith("," + prediction.className() + "," + probabilities),
                    predicted.get(i + 1) + " but " + prediction);
        }
    }

    /** Nothing but the jar's classes and Jackson, in a JVM without vectors. */
    @Test
    void aProgramWithoutSparkAndVectorsGetsTheSameBits() throws Exception {
        Predictor here = Predictor.load(run.resolve("model"));
        List<float[]> rows = new ArrayList<>();
        for (Map<String, String> row : rows().subList(0, 20)) {
            rows.add(here.encode(row));
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                classPath(),
                "glissade.predict.PredictingProgram",
                run.toString()));
        rows.forEach(row -> command.add(text(row)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), output);
        assertEquals(0, process.exitValue(), output);
        List<String> expected = here.predict(rows).stream()
                .map(p -> "row: " + p.classIndex() + " " + p.className() + " "
                        + p.probabilities().stream().map(Float::floatToIntBits).toList() + " "
                        + Float.floatToIntBits(p.value()))
                .toList();
        assertEquals(expected, output.lines().limit(20).toList());
        assertTrue(output.endsWith("spark: false\nhadoop: false\nvectors: false\n"), output);
    }

    private static String text(float[] row) {
        List<String> cells = new ArrayList<>();
        for (float value : row) {
            cells.add(DecimalText.of(value));
        }
        return String.join(",", cells);
    }

    private static String classPath() throws Exception {
        List<String> places = new ArrayList<>(List.of(place(Class.forName("glissade.predict.PredictingProgram"))));
        for (Class<?> type : List.of(Predictor.class, ObjectMapper.class, JsonFactory.class, JsonProperty.class)) {
            places.add(place(type));
        }
        return String.join(System.getProperty("path.separator"), places);
    }

    private static String place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    /** The example in the class comment is a program. */
    @Test
    void theExampleCompiles() throws IOException {
        String source = Files.readString(Path.of("src/main/java/glissade/predict/Predictor.java"));
        int start = source.indexOf("{@code\n") + 7;
        String example = source.substring(start, source.indexOf("}</pre>")).replace(" * ", "        ");
        Path file =
                Files.writeString(folder.resolve("Example.java"), """
                import glissade.predict.Prediction;
                import glissade.predict.Predictor;
                import java.nio.file.Path;

                final class Example {
                    private Example() {}

                    public static void main(String[] arguments) throws java.io.IOException {
                %s    }
                }
                """.formatted(example.replaceAll("\n \\*$", "\n")));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-cp", "target/classes", "-d", folder.toString());
            assertTrue(
                    compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(file))
                            .call(),
                    messages.toString() + Files.readString(file));
        }
    }

    @Test
    void whatIsNoRowOfTheModelIsRefused() throws IOException {
        Predictor predictor = Predictor.load(run);
        int width = predictor.features().size();
        assertRefused("the row has 2 features, the model expects " + width, () -> predictor.predict(new float[2]));
        float[] row = new float[width];
        row[3] = Float.NaN;
        assertRefused("feature 3 is NaN, expected a number", () -> predictor.predict(row));
        Map<String, String> cells = rows().get(0);
        cells.put("colour", "blue");
        assertRefused("column 'colour' is 'blue', which no row had", () -> predictor.encode(cells));
        assertThrows(IOException.class, () -> Predictor.load(folder));
    }

    private static void assertRefused(String message, Runnable call) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, call::run);
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }
}
