package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.engine.MemoryEngine;
import glissade.numeric.Kernels;
import glissade.store.RunFolder;
import glissade.store.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run that was killed leaves behind can be read as tables, which say nothing that the whole run does not say too. */
class UnfinishedRunTest {
    @TempDir
    Path out;

    private void copyCheckpoints(String from, String to) {
        Path runs = out.resolve("study");
        FilesOf.copy(runs.resolve(from).resolve("checkpoints"), runs.resolve(to).resolve("checkpoints"));
    }

    private static Map<List<Object>, List<Object>> rows(Table table, int keys) {
        Map<List<Object>, List<Object>> rows =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        for (int row = 0; row < table.rows(); row++) {
            rows.put(table.row(row).subList(0, keys), table.row(row));
        }
        return rows;
    }

    @Test
    void itsTablesArePartOfThoseOfTheWholeRun() throws Exception {
        for (String replicates : List.of("1", "2")) {
            PlannedStudy study = new PlannedStudy(
                    out,
                    "checkpoint.every-steps=3",
                    "curves.every-steps=2",
                    "evaluate.layers=true",
                    "sweep.replicates=" + replicates);
            RunFolder whole = study.folder("whole-" + replicates);
            study.execution(whole).run(() -> new MemoryEngine(Kernels.best()), 1);
            List<String> left = new ArrayList<>();
            WatchedEngine engine = new WatchedEngine(() -> {
                String name = "left-" + replicates + "-" + left.size();
                copyCheckpoints("killed-" + replicates, name);
                left.add(name);
            });
            study.execution(study.folder("killed-" + replicates)).run(() -> engine, 1);
            int known = 0;
            for (String name : left) {
                UnfinishedRun run = UnfinishedRun.of(study.folder(name)).orElseThrow();
                assertEquals(study.plan.trials().all().size(), run.manifest().trials());
                assertTrue(run.ended() <= run.known());
                known = Math.max(known, run.known());
                assertPart(run, study.folder("tables-" + name), whole);
            }
            assertEquals(study.plan.trials().all().size(), known);
        }
    }

    private static void assertPart(UnfinishedRun run, RunFolder tables, RunFolder whole) throws IOException {
        run.write(tables);
        for (String name : List.of("curves", "steps")) {
            if (tables.holds(name + ".parquet")) {
                Map<List<Object>, List<Object>> all = rows(whole.readParquet(name), 2);
                rows(tables.readParquet(name), 2).forEach((key, row) -> assertEquals(all.get(key), row, name));
            }
        }
        Table trials = tables.readParquet("trials");
        assertEquals(run.known(), trials.rows());
        Map<List<Object>, List<Object>> all = rows(whole.readParquet("trials"), 1);
        int status = trials.column("status");
        for (int row = 0; row < trials.rows(); row++) {
            List<Object> expected = all.get(trials.row(row).subList(0, 1));
            assertEquals(expected.subList(0, status), trials.row(row).subList(0, status));
            // Test rows are asked once, when the whole cohort has ended.
            boolean ended = trials.text(row, status).equals("completed");
            for (int column = status; ended && column < expected.size(); column++) {
                Object cell = trials.row(row).get(column);
                assertEquals(cell == null ? null : expected.get(column), cell);
            }
        }
    }

    @Test
    void withoutCheckpointsNothingIsKnown() throws Exception {
        assertTrue(UnfinishedRun.of(new PlannedStudy(out).folder("none")).isEmpty());
    }
}
