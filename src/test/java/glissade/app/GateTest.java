package glissade.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import glissade.store.Damage;
import glissade.store.ExperimentFolder;
import glissade.store.HistorySchema;
import glissade.store.RunFolder;
import glissade.store.Status;
import glissade.store.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext$;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights as a user lives them: the same command on data that grows, and what other commands say of it. */
class GateTest {
    private static final String STUDY = """
            data { source = csv, path = "DATA", test = 0.2, validation = 0.2, missing = mean }
            training { epochs = 20, batch-size = 10, learning-rate = 0.1 }
            gate { require = ["validation.accuracy >= 0.7"], diverged = 0.5 }
            output { details = 1, boundaries = 0, report = false }
            """;

    @TempDir
    Path folder;

    private Path study;
    private Path data;
    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void writeStudy() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        study = Files.writeString(folder.resolve("study.conf"), STUDY.replace("DATA", data.toString()));
        addDay(1, 120);
    }

    /** Two classes apart along the first column. */
    private void addDay(int day, int rows) throws IOException {
        StringBuilder csv = new StringBuilder("x,y,kind\n");
        for (int row = 0; row < rows; row++) {
            csv.append(row % 2 == 0 ? -1 - row % 7 * 0.1 : 1 + row % 5 * 0.1)
                    .append(',')
                    .append(row % 11 * 0.1)
                    .append(row % 2 == 0 ? ",left\n" : ",right\n");
        }
        Files.writeString(data.resolve("day-" + day + ".csv"), csv);
    }

    private int glissade(String... arguments) {
        screen.getBuffer().setLength(0);
        errors.getBuffer().setLength(0);
        return Main.execute(new PrintWriter(screen, true), new PrintWriter(errors, true), arguments);
    }

    private int run(String id, String... more) {
        List<String> command = new ArrayList<>(
                List.of("run", study.toString(), "--out", runs().toString(), "--run-id", id, "--master", "local[1]"));
        command.addAll(Arrays.asList(more));
        return glissade(command.toArray(String[]::new));
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    private Status status(String id) throws IOException {
        return RunFolder.of(new Configuration(), runs().toString(), "study", id)
                .status()
                .orElseThrow();
    }

    @Test
    void aClosedGateEndsWithThreeSaysWhyAndIsJudgedAnewByOtherRulesWithoutTraining() throws IOException {
        String strict = "--set=gate.require=[\"validation.accuracy >= 0.7\", \"test.auc >= 1.1\"]";
        assertEquals(ExitCode.GATE_FAILED, run("a", strict), errors::toString);
        String reason = "test.auc is 1, expected at least 1.1 (gate.require)";
        assertEquals(List.of(reason), status("a").reasons());
        assertEquals(Status.State.GATE_FAILED, status("a").state());
        assertTrue(errors.toString().endsWith("the gate is closed:\n  - " + reason + "\n"), errors::toString);
        assertTrue(
                screen.toString().contains("  gate       CLOSED, 1 of 3 rules broken; no baseline\n"),
                screen::toString);
        String digest = status("a").digest();

        Path tables = runs().resolve("study/a/trials.parquet");
        FileTime written = Files.getLastModifiedTime(tables);
        assertEquals(ExitCode.GATE_FAILED, run("a", strict), "the same rules, the same answer");
        assertEquals(ExitCode.DONE, run("a"), errors::toString);
        assertEquals(Status.State.SUCCEEDED, status("a").state());
        assertEquals(digest, status("a").digest());
        assertEquals(written, Files.getLastModifiedTime(tables));
        assertTrue(SparkContext$.MODULE$.getActive().isEmpty());
        assertEquals(ExitCode.DONE, glissade("status", runs() + "/study/a"));
        assertTrue(screen.toString().contains("  state        succeeded\n"), screen::toString);
    }

    @Test
    void dataThatMayNotBeTrainedOnIsHeldBackBeforeSparkStarts() throws IOException {
        assertEquals(ExitCode.DONE, run("a"), errors::toString);
        String rules = "--set=gate.data { least-rows = 0.9, class-share = 0.2, missing = 0.1, schema = true }";
        Files.writeString(data.resolve("day-1.csv"), """
                x,z,kind
                1,2,left
                2,,left
                1,,right
                2,,left
                3,,left
                1,2,left
                2,,left
                3,,left
                1,2,right
                3,,left
                """);
        assertEquals(
                ExitCode.GATE_FAILED,
                run("b", rules, "--set=data.test=0", "--set=data.validation=0.1"),
                errors::toString);
        assertEquals(
                List.of("gate.data.missing", "gate.data.least-rows", "gate.data.schema"),
                status("b").reasons().stream()
                        .map(reason -> reason.replaceAll(".*\\((.*)\\)", "$1"))
                        .toList());
        assertTrue(errors.toString().contains("the gate is closed, nothing was trained:\n"), errors::toString);
        assertFalse(Files.exists(runs().resolve("study/b/trials.parquet")));
        assertEquals(null, status("b").digest());
        assertFalse(status("b").retrySafe());
    }

    @Test
    void dataThatIsNotWrittenToItsEndIsNotRead() throws IOException {
        Files.writeString(data.resolve("day-2.csv"), "x,y,kind\n1,2"); // a line that is cut off
        assertEquals(ExitCode.GATE_FAILED, run("a", "--set=gate.data.success=true"), errors::toString);
        assertEquals(
                List.of("no _SUCCESS in " + data + ": the data is not written to its end (gate.data.success)"),
                status("a").reasons());
        addDay(2, 20);
        Files.createFile(data.resolve("_SUCCESS"));
        assertEquals(ExitCode.DONE, run("b", "--set=gate.data.success=true"), errors::toString);
    }

    @Test
    void aNightIsHeldAgainstTheLastThatPassedAndWhatChangedIsSaid() throws IOException {
        assertEquals(ExitCode.DONE, run("a"), errors::toString);
        addDay(2, 60);
        assertEquals(ExitCode.DONE, run("b", "--set=gate.drop=0.5", "--set=training.epochs=21"), errors::toString);
        String text = screen.toString();
        assertTrue(text.contains("  gate       open, 3 rules kept; baseline a\n"), text);
        assertTrue(text.contains("  changed    data, config since a\n"), text);
        assertTrue(text.matches("(?s).*data: \\d+ -> \\d+ training rows\n.*"), text);
        assertTrue(text.contains("config: training.epochs 20 -> 21\n"), text);

        assertEquals(ExitCode.DONE, glissade("compare", runs() + "/study/b", "a"), errors::toString);
        text = screen.toString();
        assertTrue(text.contains("  another digest; changed: data, config\n"), text);
        assertTrue(text.matches("(?s).* id +b +a\n.*"), text);
        assertTrue(text.matches("(?s).*  trials: 0 with the same bits, 0 with others, 1 new, 1 gone\n.*"), text);
        assertEquals(ExitCode.DONE, glissade("compare", runs() + "/study/a", runs() + "/study/a", "--json"));
        text = screen.toString();
        assertTrue(text.contains("\"outcome\" : \"same\",\n  \"sameDigest\" : true,\n  \"changes\" : [ ],"), text);
        assertTrue(text.contains("\"same\" : 1,\n    \"different\" : 0,"), text);
        assertEquals(ExitCode.BAD_INPUT, glissade("compare", runs() + "/study/a", "nothing"));
        assertTrue(
                errors.toString().contains("nothing/manifest.json is missing: expected the folder of"),
                errors::toString);
    }

    @Test
    void aBaselineThatCannotBeReadIsToldBeforeAnythingIsTrained() throws IOException {
        assertEquals(ExitCode.DONE, run("a"), errors::toString);
        Files.writeString(runs().resolve("study/a/trials.parquet"), "PAR1");
        Files.writeString(runs().resolve("study/a/trials.csv"), "trial_id");
        assertEquals(ExitCode.BAD_INPUT, run("b"), errors::toString);
        assertTrue(
                errors.toString().startsWith("the baseline " + runs() + "/study/a cannot be read ("), errors::toString);
        assertFalse(Files.exists(runs().resolve("study/b")));
    }

    private String baseline(String id) throws IOException {
        Table history = ExperimentFolder.of(new Configuration(), runs().toString(), "study")
                .history();
        for (int row = 0; row < history.rows(); row++) {
            if (history.text(row, history.column(HistorySchema.RUN)).equals(id)) {
                return history.text(row, history.column(HistorySchema.BASELINE));
            }
        }
        return "no row";
    }

    @Test
    void aBaselineOfWhichACopyIsWholeIsReadFromThat() throws IOException {
        assertEquals(ExitCode.DONE, run("a"), errors::toString);
        Files.writeString(runs().resolve("study/a/trials.parquet"), "PAR1");
        assertEquals(ExitCode.DONE, run("b"), errors::toString);
        assertTrue(errors.toString().contains("/a/trials.parquet is damaged ("), errors::toString);
        assertEquals("a", baseline("b"));
    }

    /** Neither a damaged history, nor what it is made of, nor a run that does not know how it ended. */
    @Test
    void noDamageBesideTheBaselineIsFatalForTonightsRun() throws IOException {
        assertEquals(ExitCode.DONE, run("a"), errors::toString);
        assertEquals(ExitCode.DONE, run("b"), errors::toString);
        byte[] whole = Files.readAllBytes(runs().resolve("study/history.parquet"));
        for (String file : List.of("history.parquet", ".history/a.json", ".history/b.json")) {
            Path place = runs().resolve("study").resolve(file);
            Damage.all().get(2).to(place);
            assertEquals(ExitCode.DONE, run("b"), errors::toString);
            assertTrue(errors.toString().contains(place + " is damaged"), errors::toString);
            assertArrayEquals(whole, Files.readAllBytes(runs().resolve("study/history.parquet")), file);
        }
        Damage.all().get(2).to(runs().resolve("study/b/status.json"));
        assertEquals(ExitCode.DONE, run("c", "--set=seed=7"), errors::toString);
        assertTrue(errors.toString().contains("/b/status.json is damaged ("), errors::toString);
        assertEquals("a", baseline("c"));
    }

    @Test
    void runsAreListedTheLatestFirst() throws IOException {
        assertEquals(ExitCode.BAD_INPUT, glissade("runs", "--out", runs().toString()));
        assertEquals(ExitCode.DONE, run("a"), errors::toString);
        assertEquals(ExitCode.GATE_FAILED, run("b", "--set=gate.minutes=1e-9"), errors::toString);
        assertEquals(ExitCode.DONE, glissade("runs", "study", "--out", runs().toString()));
        assertTrue(
                screen.toString()
                        .matches("(?s)experiment .*\nstudy +b .* gate-failed +3 .*\nstudy +a .* succeeded +0 .*"),
                screen::toString);
        assertEquals(ExitCode.DONE, glissade("latest", "--out", runs().toString()));
        assertEquals(runs() + "/study/b\n", screen.toString());
        assertEquals(ExitCode.DONE, glissade("latest", "study", "--succeeded", "--out", runs().toString()));
        assertEquals(runs() + "/study/a\n", screen.toString());
    }

    @Test
    void aCommandOnTheEndIsToldTheFactsAndChangesNothing() throws IOException {
        Path told = folder.resolve("told");
        String hook = "--on-end=env | grep ^GLISSADE_ > '" + told + "'; exit 7";
        assertEquals(ExitCode.GATE_FAILED, run("a", "--set=gate.minutes=1e-9", hook), errors::toString);
        List<String> facts = Files.readAllLines(told);
        assertTrue(facts.contains("GLISSADE_STATE=gate-failed"), facts::toString);
        assertTrue(facts.contains("GLISSADE_EXIT_CODE=3"), facts::toString);
        assertTrue(facts.contains("GLISSADE_RUN=" + runs() + "/study/a"), facts::toString);
        assertTrue(facts.contains("GLISSADE_DIGEST=" + status("a").digest()), facts::toString);
        assertTrue(facts.contains("GLISSADE_REASONS=" + status("a").reasons().get(0)), facts::toString);
        assertTrue(errors.toString().contains("the command of --on-end ended with exit code 7: env"), errors::toString);

        assertEquals(ExitCode.BAD_INPUT, run("b", "--set=training.epoch=3", hook));
        facts = Files.readAllLines(told);
        assertTrue(facts.contains("GLISSADE_EXIT_CODE=2") && facts.contains("GLISSADE_STATE=failed"), facts::toString);
    }

    @Test
    void rulesThatCannotBeKeptAreToldBeforeAnythingIsTrained() {
        assertEquals(ExitCode.BAD_INPUT, run("a", "--set=gate.baseline=last-week"));
        assertTrue(
                errors.toString()
                        .contains("gate.baseline = last-week: expected previous, ratchet, none or the id of a"),
                errors::toString);
        for (String[] each : new String[][] {
            {"test.recall(up) >= 0.5", "there is no class up; expected one of left, right"},
            {"test.loss of 0000 <= 1", "no trial of this sweep begins with 0000"},
            {"test.acuracy >= 1", "expected like"}
        }) {
            assertEquals(ExitCode.BAD_INPUT, run("a", "--set=gate.require=[\"" + each[0] + "\"]"), each[0]);
            assertTrue(errors.toString().contains(each[1]), errors::toString);
        }
        assertFalse(Files.exists(runs()));
    }
}
