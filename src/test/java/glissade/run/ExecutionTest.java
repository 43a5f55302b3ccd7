package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import glissade.data.Scaling;
import glissade.engine.Engine;
import glissade.engine.MemoryEngine;
import glissade.numeric.Kernels;
import glissade.store.Digest;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Status;
import glissade.store.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutionTest {
    private static final Engine MEMORY = new MemoryEngine(Kernels.best());

    /** Fails for the second cohort, as Spark does: the reason wrapped twice. */
    private static final Engine HALF_BROKEN = (cohort, data, listener) -> {
        if (cohort.number() == 1) {
            throw new IllegalStateException(
                    "stage failed", new RuntimeException(new ArithmeticException("no luck\nat all")));
        }
        return MEMORY.train(cohort, data, listener);
    };

    @TempDir
    Path out;

    private PlannedStudy study;
    private RunFolder folder;
    private Path files;

    @BeforeEach
    void plan() throws Exception {
        study = new PlannedStudy(out);
        folder = study.folder("7");
        files = out.resolve("study/7");
    }

    @Test
    void leavesEverythingBehind() throws Exception {
        Execution execution = study.execution(folder);
        assertEquals(ExitCode.DONE, execution.run(() -> MEMORY, 2));

        Table trials = folder.readParquet("trials");
        Table curves = folder.readParquet("curves");
        Status status = folder.status().orElseThrow();
        assertEquals(Status.State.SUCCEEDED, status.state());
        assertEquals(Digest.of(trials, curves), status.digest());
        assertEquals(status.digest(), folder.manifest(Manifest.class).digest());
        assertEquals(6, trials.rows());
        assertEquals(2, folder.readParquet("timings").rows());
        assertEquals(2, folder.manifest(Manifest.class).diverged());
        assertEquals(
                Manifest.Planning.of(study.plan),
                folder.manifest(Manifest.class).planning());
        for (String file : List.of("trials.csv", "curves.csv", "run.log", "model/model.json", "model/parameters.bin")) {
            assertTrue(Files.exists(files.resolve(file)), file);
        }
    }

    @Test
    void rowsAreInTheOrderOfTrialIdAndEpoch() throws Exception {
        study.execution(folder).run(() -> MEMORY, 1);
        List<String> ids = texts(folder.readParquet("trials"), Schemas.TRIAL_ID);
        assertEquals(ids.stream().sorted().toList(), ids);
        Table curves = folder.readParquet("curves");
        List<String> keys = new ArrayList<>();
        for (int row = 0; row < curves.rows(); row++) {
            keys.add(curves.text(row, 0) + " " + curves.whole(row, 1));
        }
        assertEquals(keys.stream().sorted().distinct().toList(), keys);
    }

    @Test
    void theModelIsThatOfTheFirstTrialOfTheRanking() throws Exception {
        study.execution(folder).run(() -> MEMORY, 2);
        Table trials = folder.readParquet("trials");
        int best = Ranking.rows(trials, study.plan.selection()).get(0);
        String model = Files.readString(files.resolve("model/model.json"));
        assertTrue(model.contains("\"trial\" : \"" + trials.text(best, 0) + "\""), model);
        assertTrue(model.contains("\"epoch\" : " + trials.whole(best, trials.column(Schemas.BEST_EPOCH))), model);
        assertEquals(4 * (2 * 4 + 4 + 4 * 2 + 2), Files.size(files.resolve("model/parameters.bin")));
    }

    /** So that rows to come can be scaled by the same numbers, to the last bit. */
    @Test
    void theScalingIsStoredWithTheModelInFull() throws Exception {
        for (String scaling : List.of("standardize", "min-max", "max-abs", "constant", "none")) {
            PlannedStudy scaled = new PlannedStudy(out, "data.scaling=" + scaling);
            scaled.execution(scaled.folder(scaling)).run(() -> MEMORY, 1);
            ObjectMapper json = new ObjectMapper();
            JsonNode model = json.readTree(
                    out.resolve("study/" + scaling + "/model/model.json").toFile());
            assertEquals(scaled.scaling(), json.treeToValue(model.get("scaling"), Scaling.class));
            assertEquals(scaling, scaled.scaling().kind().text());
        }
    }

    @Test
    void threadsChangeNoByte() throws Exception {
        study.execution(folder).run(() -> MEMORY, 1);
        study.execution(study.folder("8")).run(() -> MEMORY, 4);
        for (String name :
                List.of("trials.parquet", "curves.parquet", "trials.csv", "curves.csv", "model/model.json")) {
            assertEquals(
                    -1,
                    Files.mismatch(files.resolve(name), out.resolve("study/8").resolve(name)),
                    name);
        }
    }

    @Test
    void aCohortThatFailsBecomesFailedTrialsAndTheOthersGoOn() throws Exception {
        Execution execution = study.execution(folder);
        assertEquals(ExitCode.DONE, execution.run(() -> HALF_BROKEN, 2));
        Table trials = folder.readParquet("trials");
        for (int row = 0; row < trials.rows(); row++) {
            boolean first = trials.whole(row, trials.column("training.batch-size")) == 10;
            String reason = trials.text(row, trials.column(Schemas.REASON));
            if (first) {
                assertTrue(!"failed".equals(trials.text(row, trials.column(Schemas.STATUS))));
                assertTrue(trials.whole(row, trials.column(Schemas.EPOCHS)) >= 1);
            } else {
                assertEquals("failed", trials.text(row, trials.column(Schemas.STATUS)));
                assertEquals("no luck", reason);
                assertTrue(Double.isNaN(trials.real(row, trials.column("best_validation_accuracy"))));
            }
        }
        assertEquals(3, execution.progress().snapshot().failed());
        assertEquals(6, execution.progress().snapshot().trialsDone());
        assertTrue(Files.readString(files.resolve("run.log")).contains("ArithmeticException: no luck"));
    }

    @Test
    void ifEveryTrialFailsTheRunHasFailedAndSaysWhy() throws Exception {
        Engine broken = (cohort, data, listener) -> {
            throw new IllegalStateException("out of luck");
        };
        assertEquals(ExitCode.NO_TRIAL_FINISHED, study.execution(folder).run(() -> broken, 2));
        Status status = folder.status().orElseThrow();
        assertEquals(Status.State.FAILED, status.state());
        assertEquals(ExitCode.NO_TRIAL_FINISHED, status.exitCode());
        assertEquals("no trial finished: out of luck", status.error());
        assertEquals(6, folder.readParquet("trials").rows());
    }

    @Test
    void whatNobodyForesawEndsInAMessageAndInTheLog() throws Exception {
        RunFailed failed = assertThrows(RunFailed.class, () -> study.execution(folder)
                .run(
                        () -> {
                            throw new IllegalStateException("no master");
                        },
                        2));
        assertEquals(
                "the run failed: no master\nthe whole story is in " + files.resolve("run.log"), failed.getMessage());
        assertTrue(Files.readString(files.resolve("run.log"))
                .contains("java.lang.IllegalStateException: no master\n\tat "));
        Status status = folder.status().orElseThrow();
        assertEquals(Status.State.FAILED, status.state());
        assertEquals("starting Spark", status.phase());
        assertEquals("no master", status.error());
        assertNull(status.digest());
    }

    @Test
    void progressCountsWhatWasDone() throws Exception {
        Execution execution = study.execution(folder);
        execution.run(() -> MEMORY, 2);
        Progress.Snapshot end = execution.progress().snapshot();
        Manifest manifest = folder.manifest(Manifest.class);
        assertEquals(Phase.DONE, end.phase());
        assertEquals(6, end.trialsDone());
        assertEquals(2, end.diverged());
        assertEquals(manifest.exampleTrials(), end.exampleTrials());
        Table trials = folder.readParquet("trials");
        int best = Ranking.rows(trials, study.plan.selection()).get(0);
        assertEquals(trials.real(best, trials.column("best_validation_accuracy")), end.best());
    }

    private static List<String> texts(Table table, String column) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            texts.add(table.text(row, table.column(column)));
        }
        return texts;
    }
}
