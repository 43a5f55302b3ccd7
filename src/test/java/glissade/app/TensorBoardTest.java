package glissade.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.UnknownFieldSet;
import glissade.report.EventFiles;
import glissade.run.ExitCode;
import glissade.store.RunFolder;
import glissade.store.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Event files of real runs, read back by another reader. */
class TensorBoardTest {
    @TempDir
    private Path folder;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int glissade(List<String> arguments) {
        return Main.execute(
                new PrintWriter(screen, true), new PrintWriter(errors, true), arguments.toArray(String[]::new));
    }

    private Path run(String id, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "conf/circles.conf",
                "--master=local[2]",
                "--out=" + folder,
                "--set=training.epochs=3",
                "--set=sweep.grid=null",
                "--set=output.report=false"));
        arguments.add("--run-id=" + id);
        arguments.addAll(List.of(more));
        assertEquals(ExitCode.DONE, glissade(arguments), errors::toString);
        return folder.resolve("circles").resolve(id);
    }

    private static EventReader read(Path run, String trial) throws IOException {
        return new EventReader(run.resolve("tensorboard").resolve(trial).resolve("events.out.tfevents.0.glissade"));
    }

    /** Also of a trial that diverged, and of one that has no number at all. */
    @Test
    void everyCurveComesBackNumberForNumber() throws Exception {
        Path run = run(
                "x",
                "--set=output.tensorboard=true",
                "--set=output.best-by=test.loss",
                "--set=evaluate.test=each-epoch",
                "--set=sweep.grid={ model.activation = [tanh, relu], training.learning-rate = [0.1, 1e37] }");
        RunFolder stored = RunFolder.at(new Configuration(), run.toString());
        Table trials = stored.readParquet("trials");
        Table curves = stored.readParquet("curves");
        int compared = 0;
        for (int trial = 0; trial < trials.rows(); trial++) {
            EventReader events = read(run, trials.text(trial, 0));
            assertEquals("brain.Event:2", events.version);
            int points = events.scalars.values().stream().mapToInt(List::size).sum();
            int expected = trials.isEmpty(trial, trials.column("best_test_loss")) ? 0 : 1;
            for (int row = 0; row < curves.rows(); row++) {
                if (curves.text(row, 0).equals(trials.text(trial, 0))) {
                    expected += compare(curves, row, events);
                }
            }
            assertEquals(expected, points);
            compared += points;
        }
        assertTrue(compared > 50, "compared " + compared);
    }

    private static int compare(Table curves, int row, EventReader events) {
        int there = 0;
        for (String name : List.of(
                "learning_rate",
                "train_loss",
                "train_accuracy",
                "train_objective",
                "validation_loss",
                "validation_accuracy",
                "test_loss",
                "test_accuracy")) {
            double value = curves.real(row, curves.column(name));
            if (!Double.isNaN(value)) {
                String tag = name.equals("learning_rate") ? name : name.replaceFirst("(.*)_(.*)", "$2/$1");
                long epoch = curves.whole(row, curves.column("epoch"));
                assertTrue(
                        events.scalars.get(tag).contains(new EventReader.Point(epoch, (double) epoch, (float) value)),
                        tag + " " + epoch + " " + value + " " + events.scalars.get(tag));
                there++;
            }
        }
        return there;
    }

    @Test
    void whatWasSweptAndHowItEndedAreHyperParameters() throws Exception {
        Path run = run(
                "x",
                "--set=output.tensorboard=true",
                "--set=sweep.grid={ model.activation = [tanh, relu], training.learning-rate = [0.1, 1e37] }");
        Table trials = RunFolder.at(new Configuration(), run.toString()).readParquet("trials");
        for (int trial = 0; trial < trials.rows(); trial++) {
            SortedMap<String, UnknownFieldSet> all = read(run, trials.text(trial, 0)).parameters;
            UnknownFieldSet start = message(all.get("_hparams_/session_start_info"), 3);
            SortedMap<String, UnknownFieldSet> values = new TreeMap<>();
            for (UnknownFieldSet entry : EventReader.messages(start.getField(1))) {
                values.put(EventReader.text(entry.getField(1)), message(entry, 2));
            }
            assertEquals(List.of("model.activation", "training.learning-rate"), List.copyOf(values.keySet()));
            assertEquals(
                    trials.text(trial, trials.column("model.activation")),
                    EventReader.text(values.get("model.activation").getField(3)));
            assertEquals(
                    trials.real(trial, trials.column("training.learning-rate")),
                    Double.longBitsToDouble(values.get("training.learning-rate")
                            .getField(2)
                            .getFixed64List()
                            .get(0)));
            boolean well = !trials.text(trial, trials.column("status")).equals("diverged");
            long status = message(all.get("_hparams_/session_end_info"), 4)
                    .getField(1)
                    .getVarintList()
                    .get(0);
            assertEquals(well ? 1 : 2, status);
        }
        UnknownFieldSet experiment = message(read(run, ".").parameters.get("_hparams_/experiment"), 2);
        assertEquals("circles", EventReader.text(experiment.getField(6)));
        assertEquals(2, EventReader.messages(experiment.getField(4)).size());
        UnknownFieldSet metric =
                message(EventReader.messages(experiment.getField(5)).get(0), 1);
        assertEquals("selected/validation.loss", EventReader.text(metric.getField(2)));
    }

    private static UnknownFieldSet message(UnknownFieldSet parent, int field) throws IOException {
        return EventReader.messages(parent.getField(field)).get(0);
    }

    @Test
    void nothingIsWrittenUnlessAskedForAndReportWritesTheSameBytes() throws Exception {
        String grid = "--set=sweep.grid={ training.learning-rate = [0.1, 1] }";
        Path plain = run("x", grid);
        assertFalse(Files.exists(plain.resolve("tensorboard")));
        glissade(List.of("report", plain.toString(), "--tensorboard"));
        assertTrue(screen.toString().contains("written: " + plain + "/tensorboard"), screen::toString);
        Path asked = run("y", grid, "--set=output.tensorboard=true");
        assertSameFiles(plain.resolve("tensorboard"), asked.resolve("tensorboard"), 3);
        Files.delete(asked.resolve("tensorboard/events.out.tfevents.0.glissade"));
        glissade(List.of("report", asked.toString()));
        assertSameFiles(plain.resolve("tensorboard"), asked.resolve("tensorboard"), 3);
    }

    private static void assertSameFiles(Path first, Path second, int count) throws IOException {
        try (Stream<Path> files = Files.walk(first)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertEquals(count, all.size());
            for (Path file : all) {
                assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(second.resolve(first.relativize(file))));
            }
        }
    }

    @Test
    void tooManyTrialsAreRefusedInASentenceAndTheRunIsDone() {
        Path run = run(
                "x",
                "--set=output.tensorboard=true",
                "--set=training.epochs=1",
                "--set=data.rows=40",
                "--set=sweep.random { trials = 201, axes.training.learning-rate { log-uniform = [0.001, 1] } }");
        assertTrue(errors.toString().contains("no files for TensorBoard: the run has 201 trials"), errors::toString);
        assertTrue(errors.toString().contains("at most " + EventFiles.MOST_TRIALS), errors::toString);
        assertFalse(Files.exists(run.resolve("tensorboard")));
    }

    @Test
    void theKeySaysHowManyTrialsThereMayBe() {
        assertEquals(ExitCode.DONE, glissade(List.of("keys")));
        String line = screen.toString()
                .lines()
                .dropWhile(each -> !each.startsWith("output.tensorboard"))
                .limit(3)
                .reduce("", String::concat);
        assertTrue(line.contains(Integer.toString(EventFiles.MOST_TRIALS)), line);
    }
}
