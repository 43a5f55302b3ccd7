package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.engine.Engine;
import glissade.engine.MemoryEngine;
import glissade.numeric.Kernels;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Status;
import glissade.store.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run writes down on its way. */
class CourseOfRunTest {
    private static final Engine MEMORY = new MemoryEngine(Kernels.best());

    @TempDir
    Path out;

    @Test
    void allTablesButTheTimingsOfEqualRunsHaveEqualBytes() throws Exception {
        PlannedStudy study = new PlannedStudy(
                out, "curves.every-steps=3", "evaluate.every=2", "evaluate.layers=true", "evaluate.test=each-epoch");
        for (String id : List.of("a", "b")) {
            assertEquals(ExitCode.DONE, study.execution(study.folder(id)).run(() -> MEMORY, id.equals("a") ? 1 : 2));
        }
        List<String> tables;
        try (Stream<Path> files = Files.list(out.resolve("study/a"))) {
            tables = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*\\.(csv|parquet)") && !name.startsWith("timings"))
                    .sorted()
                    .toList();
        }
        assertEquals(
                List.of(
                        "boundary.parquet",
                        "confusion.parquet",
                        "curves.csv",
                        "curves.parquet",
                        "layers.parquet",
                        "metrics.parquet",
                        "points.parquet",
                        "predictions.parquet",
                        "steps.csv",
                        "steps.parquet",
                        "trials.csv",
                        "trials.parquet"),
                tables);
        for (String table : tables) {
            Path first = out.resolve("study/a").resolve(table);
            assertEquals(-1, Files.mismatch(first, out.resolve("study/b").resolve(table)), table);
        }
    }

    @Test
    void recordedStepsChangeNoTrialIdAndNoDigest() throws Exception {
        PlannedStudy plain = new PlannedStudy(out);
        plain.execution(plain.folder("plain")).run(() -> MEMORY, 2);
        PlannedStudy recorded = new PlannedStudy(out, "curves.every-steps=3");
        recorded.execution(recorded.folder("recorded")).run(() -> MEMORY, 2);
        assertEquals(digest(plain.folder("plain")), digest(recorded.folder("recorded")));
        Table steps = recorded.folder("recorded").readParquet("steps");
        assertEquals(3, steps.whole(0, steps.column("step")));
        assertEquals(1, steps.whole(0, steps.column("epoch")));
    }

    private static String digest(RunFolder folder) throws Exception {
        return folder.status().orElseThrow().digest();
    }

    @Test
    void theFirstFailureEndsARunThatIsToFailFast() throws Exception {
        PlannedStudy study = new PlannedStudy(out, "output.fail-fast=true");
        RunFolder folder = study.folder("x");
        Engine broken = (cohort, data, listener) -> {
            if (cohort.number() == 0) {
                throw new IllegalStateException("no luck");
            }
            return MEMORY.train(cohort, data, listener);
        };
        assertEquals(ExitCode.FAILED, study.execution(folder).run(() -> broken, 1));
        Status status = folder.status().orElseThrow();
        assertEquals(Status.State.FAILED, status.state());
        assertEquals("a trial failed, and output.fail-fast is true: no luck", status.error());
        Table trials = folder.readParquet("trials");
        assertEquals(3, trials.rows(), "trials that never began are in no table");
        assertEquals("failed", trials.text(0, trials.column(Schemas.STATUS)));
    }

    @Test
    void theLogTellsPhasesEpochsTroublesAndTheEnd() throws Exception {
        PlannedStudy study = new PlannedStudy(out);
        study.execution(study.folder("x")).run(() -> MEMORY, 1);
        List<String> log = Files.readAllLines(out.resolve("study/x/run.log"));
        String utc = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z ";
        assertTrue(log.stream().allMatch(line -> line.matches(utc + ".+")), String.join("\n", log));
        for (String event : List.of(
                "phase training",
                "cohort 0 begins: 3 trials, up to 4 epochs",
                "cohort 0 epoch 1/4: \\w{12} train loss .* accuracy .*, validation loss .*",
                "cohort 1 epoch 4/4: .*",
                "warning: trial \\w{12} diverged: .*, after \\d+ epochs",
                "cohort 1 ends after \\d+ epochs of its trials",
                "phase writing",
                "digest \\w{64}",
                "ended: all is well")) {
            assertTrue(
                    log.stream().anyMatch(line -> line.matches(utc + event)), event + " in\n" + String.join("\n", log));
        }
    }

    @Test
    void anInterruptedRunThatDoesNotStopWritesNothingMoreThanWhatIsNeededToContinue() throws Exception {
        PlannedStudy study = new PlannedStudy(out);
        RunFolder folder = study.folder("x");
        Execution execution = study.execution(folder);
        Engine interrupting = (cohort, data, listener) -> {
            try {
                assertTrue(execution.interrupt(143, "interrupted"));
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
            return MEMORY.train(cohort, data, listener);
        };
        org.junit.jupiter.api.Assertions.assertThrows(
                InterruptedException.class, () -> execution.run(() -> interrupting, 1));
        Status status = folder.status().orElseThrow();
        assertEquals(Status.State.INTERRUPTED, status.state());
        assertEquals(143, status.exitCode());
        try (Stream<Path> files = Files.list(out.resolve("study/x"))) {
            assertEquals(
                    List.of("checkpoints", "run.log", "status.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void theWayOverALandscapeIsATable() throws Exception {
        PlannedStudy study = new PlannedStudy(
                out,
                "data=null",
                "data.source=noise",
                "model=null",
                "model { type = surface, surface = ravine }",
                "sweep.grid=null",
                "sweep.grid.\"training.learning-rate\"=[0.001,0.01]");
        study.execution(study.folder("x")).run(() -> MEMORY, 1);
        Table way = study.folder("x").readParquet("trajectory");
        assertEquals(10, way.rows());
        assertEquals(List.of(0L, 4L), List.of(way.whole(0, 1), way.whole(4, 1)));
        assertTrue(way.isEmpty(4, way.column("loss")), "no batch comes after the last step");
        assertTrue(Files.exists(out.resolve("study/x/trajectory.csv")));
        assertEquals(
                LandscapeTable.SIDE * LandscapeTable.SIDE,
                study.folder("x").readParquet("landscape").rows());
    }
}
