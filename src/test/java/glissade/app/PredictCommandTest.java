package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import glissade.run.Manifest;
import glissade.run.Ranking;
import glissade.store.RunFolder;
import glissade.store.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext$;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a run to rows it has not met: real files, real Spark. */
class PredictCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int glissade(String... arguments) {
        return Main.execute(new PrintWriter(screen, true), new PrintWriter(errors, true), arguments);
    }

    /** Runs an experiment; the folder of the run. */
    private RunFolder run(String experiment, String... assignments) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("run", experiment, "--out=" + folder.resolve("runs"), "--run-id=x", "--master=local[2]"));
        Arrays.stream(assignments).forEach(assignment -> arguments.add("--set=" + assignment));
        assertEquals(ExitCode.DONE, glissade(arguments.toArray(String[]::new)), errors.toString());
        String name = Path.of(experiment).getFileName().toString().replace(".conf", "");
        return RunFolder.of(new Configuration(), folder.resolve("runs").toString(), name, "x");
    }

    private int predict(RunFolder run, Object data, String out, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("predict", run.location(), "--data=" + data, "--out=" + folder.resolve(out)));
        arguments.addAll(List.of(more));
        arguments.add("--master=local[2]");
        return glissade(arguments.toArray(String[]::new));
    }

    private String study(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".conf"), text).toString();
    }

    /** A number of the trial that leads. */
    private static double best(RunFolder run, String column) throws IOException {
        Table trials = run.readParquet("trials");
        int row = Ranking.rows(trials, run.manifest(Manifest.class).selection()).get(0);
        return trials.real(row, trials.column(column));
    }

    private double metric(String out, String name) throws IOException {
        return Files.readAllLines(folder.resolve(out).resolve("metrics.csv")).stream()
                .filter(line -> line.startsWith(name + ",,"))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 2)))
                .findFirst()
                .orElseThrow();
    }

    private void assertSameNumbers(RunFolder run, String out) throws IOException {
        assertEquals(best(run, "best_test_loss"), metric(out, "loss"), "loss");
        assertEquals(best(run, "best_test_accuracy"), metric(out, "accuracy"), "accuracy");
    }

    /** The test rows of the example, which a share of its file are, in a file of their own. */
    private Path testRows(RunFolder run) throws IOException {
        Table predictions = run.readParquet("predictions");
        List<String> lines = Files.readAllLines(Path.of("data/own.csv"));
        List<String> chosen = new ArrayList<>(lines.subList(0, 1));
        String trial = predictions.text(0, 0);
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.text(row, 0).equals(trial)
                    && predictions.text(row, 1).equals("test")) {
                String id = predictions.text(row, predictions.column("id"));
                chosen.addAll(
                        lines.stream().filter(line -> line.startsWith(id + ",")).toList());
            }
        }
        return Files.write(folder.resolve("test-rows.csv"), chosen);
    }

    @Test
    void testRowsOfATableWithTextHaveTheNumbersOfTheLeaderboard() throws IOException {
        for (String shards : List.of("1", "4")) {
            run("conf/own-csv.conf", "training.epochs=20", "training.shards=" + shards, "name=s" + shards);
            RunFolder run =
                    RunFolder.of(new Configuration(), folder.resolve("runs").toString(), "s" + shards, "x");
            Path rows = testRows(run);
            assertEquals(73, Files.readAllLines(rows).size());
            assertEquals(ExitCode.DONE, predict(run, rows, "p" + shards), errors.toString());
            assertSameNumbers(run, "p" + shards);
            List<String> lines = Files.readAllLines(folder.resolve("p" + shards + "/predictions.csv"));
            assertEquals("id,target,predicted,p_overripe,p_ripe,p_unripe", lines.get(0));
            List<String> ids = Files.readAllLines(rows).stream()
                    .map(line -> line.split(",")[0])
                    .toList();
            for (int i = 1; i < lines.size(); i++) {
                assertTrue(lines.get(i).startsWith(ids.get(i) + ","), lines.get(i));
            }
        }
    }

    /** Rows with classes in each format that holds numbers, scaled by what the training rows had. */
    @Test
    void testRowsInFilesOfEveryFormatHaveTheNumbersOfTheLeaderboard() throws IOException {
        for (String format : List.of("csv", "libsvm", "parquet")) {
            Path files = folder.resolve("blobs-" + format);
            assertEquals(
                    ExitCode.DONE,
                    glissade("data", "blobs", "--rows=400", "--out=" + files, "--format=" + format),
                    errors.toString());
            String target = format.equals("libsvm") ? "" : "target = target";
            RunFolder run = run(study(format, """
                    data { source = %s, path = "%s/train.%s", test-path = "%s/test.%s", scaling = standardize, %s }
                    training { epochs = 3, shards = 2 }
                    """.formatted(format, files, format, files, format, target)));
            assertEquals(ExitCode.DONE, predict(run, files + "/test." + format, "p" + format), errors.toString());
            assertSameNumbers(run, "p" + format);
        }
    }

    @Test
    void aModelOfGeneratedRowsScoresFilesOfThemWithoutBeingToldHow() throws IOException {
        RunFolder run = run(study("circles", """
                data { source = circles, rows = 300, test-rows = 100 }
                model { type = mlp, hidden = [8] }
                training { epochs = 5, learning-rate = 0.3 }
                """));
        for (String format : List.of("csv", "libsvm", "parquet")) {
            Path files = folder.resolve("circles-" + format);
            String[] data = {"data", "circles", "--rows=300", "--set=data.test-rows=100", "--format=" + format};
            String[] all = Stream.concat(Arrays.stream(data), Stream.of("--out=" + files))
                    .toArray(String[]::new);
            assertEquals(ExitCode.DONE, glissade(all), errors.toString());
            assertEquals(ExitCode.DONE, predict(run, files + "/test." + format, "c" + format), errors.toString());
            assertSameNumbers(run, "c" + format);
            assertEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("ccsv/predictions.csv"),
                            folder.resolve("c" + format).resolve("predictions.csv")));
        }
    }

    @Test
    void imagesAreScoredWithTheirLabelsOrWithout() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        idx(images.resolve("train-images-idx3-ubyte"), 0x803, 300, 2, 3);
        idx(images.resolve("train-labels-idx1-ubyte"), 0x801, 300);
        idx(images.resolve("t10k-images-idx3-ubyte"), 0x803, 90, 2, 3);
        idx(images.resolve("t10k-labels-idx1-ubyte"), 0x801, 90);
        RunFolder run = run(study("idx", """
                data { source = mnist, path = "%s", scale = 255 }
                training { epochs = 2 }
                """.formatted(images)));
        assertEquals(ExitCode.DONE, predict(run, images, "i"), errors.toString());
        assertSameNumbers(run, "i");
        Files.delete(images.resolve("t10k-labels-idx1-ubyte"));
        assertEquals(ExitCode.DONE, predict(run, images.resolve("t10k-images-idx3-ubyte"), "j"), errors.toString());
        assertFalse(Files.exists(folder.resolve("j/metrics.csv")));
        assertEquals(91, Files.readAllLines(folder.resolve("j/predictions.csv")).size());
    }

    /** Bytes 0 to 2 in no pattern that repeats with the labels. */
    private static void idx(Path file, int... words) throws IOException {
        int size = Arrays.stream(words).skip(1).reduce(1, (a, b) -> a * b);
        byte[] bytes = new byte[4 * words.length + size];
        for (int i = 0; i < words.length; i++) {
            for (int b = 0; b < 4; b++) {
                bytes[4 * i + b] = (byte) (words[i] >>> (24 - 8 * b));
            }
        }
        for (int i = 0; i < size; i++) {
            bytes[4 * words.length + i] = (byte) (i * 7 / 5 % 3);
        }
        Files.write(file, bytes);
    }

    @Test
    void valuesAndMissingCellsFollowTheRulesOfTraining() throws IOException {
        StringBuilder table = new StringBuilder("a,b,y\n");
        for (int row = 0; row < 60; row++) {
            table.append(row % 7)
                    .append(',')
                    .append(row % 5 == 0 ? "" : row % 4)
                    .append(',');
            table.append(row % 7 * 1.5 + 100).append('\n');
        }
        Path training = Files.writeString(folder.resolve("train.csv"), table);
        RunFolder run = run(study("values", """
                data { source = csv, path = "%s", missing = mean, scaling = standardize }
                model.type = linear
                training { epochs = 5, learning-rate = 0.05 }
                output.best-by = train.loss
                evaluate.train = full
                """.formatted(training)));
        assertEquals(ExitCode.DONE, predict(run, training, "all"), errors.toString());
        assertEquals(best(run, "best_train_loss"), metric("all", "loss"));
        Path other = Files.writeString(folder.resolve("new.csv"), "other,b,a\nx,,3\ny,NA,\n");
        assertEquals(ExitCode.DONE, predict(run, other, "new"), errors.toString());
        List<String> lines = Files.readAllLines(folder.resolve("new/predictions.csv"));
        assertEquals("predicted", lines.get(0));
        assertEquals(3, lines.size());
        assertFalse(Files.exists(folder.resolve("new/metrics.csv")));
    }

    @Test
    void whatIsWrongIsToldWithFileAndLineAndNothingIsWritten() throws IOException {
        RunFolder run = run("conf/own-csv.conf", "training.epochs=1");
        String header = "sample,firmness,sugar,weight,colour,orchard\n";
        refused(run, header + "a,1,2,3,blue,north\n", "new.csv, line 2: column 'colour' is 'blue', which no row had");
        refused(
                run,
                header + "a,1,2,3,red,north\nb,1,2,3,red\n",
                "new.csv, line 3: 5 cells, expected 6 as in the header");
        refused(run, header + "a,1,x,3,red,north\n", "new.csv, line 2: column 'sugar' is 'x', expected a number");
        refused(run, header + "a,1,,3,red,north\n", "new.csv, line 2: column 'sugar' is empty");
        refused(run, "sample,firmness,colour\na,1,red\n", "line 1: the header lacks column 'sugar', column 'weight'");
        refused(run, header + "", "has no rows");
        refused(
                run,
                header.replace("\n", ",ripeness\n") + "a,1,2,3,red,north,rotten\n",
                "new.csv, line 2: the target, column 'ripeness', is 'rotten', expected a class of the training rows");
        assertEquals(ExitCode.BAD_INPUT, predict(run, folder.resolve("none.csv"), "o"));
        assertTrue(errors.toString().contains("there is no file or folder"), errors.toString());
        assertEquals(ExitCode.BAD_INPUT, glissade("predict", folder.toString(), "--data=x", "--out=y"));
        assertTrue(errors.toString().contains("holds no model"), errors.toString());
        Path bin = Path.of(run.location(), "model", "parameters.bin");
        byte[] bytes = Files.readAllBytes(bin);
        bytes[5] ^= 1;
        Files.write(bin, bytes);
        refused(run, header + "a,1,2,3,red,north\n", "parameters.bin is damaged");
    }

    private void refused(RunFolder run, String rows, String message) throws IOException {
        errors.getBuffer().setLength(0);
        Path file = Files.writeString(folder.resolve("new.csv"), rows);
        assertEquals(ExitCode.BAD_INPUT, predict(run, file, "o"), screen.toString());
        assertTrue(errors.toString().contains(message), errors.toString());
        assertFalse(Files.exists(folder.resolve("o")));
        assertTrue(SparkContext$.MODULE$.getActive().isEmpty());
    }

    /** Other marks, no header, no target: cells by their places. */
    @Test
    void rowsMayBeWrittenOtherwiseThanThoseOfTraining() throws IOException {
        RunFolder run = run("conf/own-csv.conf", "training.epochs=1");
        List<String> lines = Files.readAllLines(Path.of("data/own.csv"));
        List<String> others = lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.lastIndexOf(',')).replace(',', ';'))
                .toList();
        Path rows = Files.write(folder.resolve("other.txt"), others);
        assertEquals(ExitCode.DONE, predict(run, "data/own.csv", "o"), errors.toString());
        int code = predict(run, rows, "q", "--set=data.delimiter=\";\"", "--set=data.header=false");
        assertEquals(ExitCode.DONE, code, errors.toString());
        assertEquals(cells("o", 0, 2, 3, 4, 5), cells("q", 0, 1, 2, 3, 4));
    }

    private List<List<String>> cells(String out, int... wanted) throws IOException {
        return Files.readAllLines(folder.resolve(out).resolve("predictions.csv")).stream()
                .map(line -> line.split(","))
                .map(cells ->
                        Arrays.stream(wanted).mapToObj(cell -> cells[cell]).toList())
                .toList();
    }

    @Test
    void predictionsThatAreThereAreNotLost() throws IOException {
        RunFolder run = run("conf/own-csv.conf", "training.epochs=1");
        assertEquals(ExitCode.DONE, predict(run, "data/own.csv", "o"), errors.toString());
        assertEquals(ExitCode.BAD_INPUT, predict(run, "data/own.csv", "o"));
        assertTrue(errors.toString().contains("predictions.csv is there already"), errors.toString());
        assertEquals(ExitCode.BAD_INPUT, predict(run, "data/own.csv", "q", "--set=data.scale=3"));
        assertTrue(errors.toString().contains("only data.delimiter"), errors.toString());
        assertEquals(ExitCode.BAD_INPUT, predict(run, "data/own.csv", "q", "--set=data.missing=mean"));
        assertTrue(errors.toString().contains("the model knows no means"), errors.toString());
    }
}
