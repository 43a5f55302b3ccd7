package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.engine.Engine;
import glissade.engine.MemoryEngine;
import glissade.numeric.Kernels;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailsTest {
    private static final Engine MEMORY = new MemoryEngine(Kernels.best());

    @TempDir
    Path out;

    private RunFolder run(String id, String... assignments) throws Exception {
        PlannedStudy study = new PlannedStudy(out, assignments);
        RunFolder folder = study.folder(id);
        study.execution(folder).run(() -> MEMORY, 2);
        return folder;
    }

    private static List<Integer> rowsOf(Table table, String trial, String split) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            if (table.text(row, 0).equals(trial) && table.text(row, 1).equals(split)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static double metric(Table metrics, String trial, String split, String name) {
        return rowsOf(metrics, trial, split).stream()
                .filter(row -> metrics.text(row, 2).equals(name) && metrics.isEmpty(row, 3))
                .mapToDouble(row -> metrics.real(row, 4))
                .findFirst()
                .orElseThrow();
    }

    /** For every number of shards: loss to the last bit, accuracy as counted in the rows. */
    @Test
    void predictionsAndMetricsAreThoseOfTheTable() throws Exception {
        for (String shards : List.of("1", "4")) {
            RunFolder folder = run("s" + shards, "training.shards=" + shards);
            Table trials = folder.readParquet("trials");
            Table predictions = folder.readParquet("predictions");
            Table metrics = folder.readParquet("metrics");
            List<Integer> ranked = Ranking.rows(trials, new PlannedStudy(out).plan.selection());
            for (int rank = 0; rank < 3; rank++) {
                int row = ranked.get(rank);
                String trial = trials.text(row, 0);
                for (String split : List.of("validation", "test")) {
                    double loss = trials.real(row, trials.column("best_" + split + "_loss"));
                    double accuracy = trials.real(row, trials.column("best_" + split + "_accuracy"));
                    assertEquals(loss, metric(metrics, trial, split, "loss"));
                    assertEquals(accuracy, metric(metrics, trial, split, "accuracy"));
                    assertRows(predictions, rowsOf(predictions, trial, split), loss, accuracy);
                }
            }
            assertEquals(
                    3,
                    rowsOf(predictions, trials.text(ranked.get(0), 0), "test").size() * 3 / 100);
        }
    }

    private static void assertRows(Table predictions, List<Integer> rows, double loss, double accuracy) {
        double sum = 0;
        int right = 0;
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            assertEquals(i, predictions.whole(row, predictions.column("row")));
            sum += predictions.real(row, predictions.column("loss"));
            String target = predictions.text(row, predictions.column("target"));
            right += target.equals(predictions.text(row, predictions.column("predicted"))) ? 1 : 0;
            assertEquals(
                    1,
                    predictions.real(row, predictions.column("p_inner"))
                            + predictions.real(row, predictions.column("p_outer")),
                    1e-6);
        }
        assertEquals(loss, sum / rows.size(), 1e-12);
        assertEquals(accuracy, (double) right / rows.size());
    }

    @Test
    void theConfusionCountsEveryRowOnce() throws Exception {
        RunFolder folder = run("c");
        Table confusion = folder.readParquet("confusion");
        Table predictions = folder.readParquet("predictions");
        long all = 0;
        for (int row = 0; row < confusion.rows(); row++) {
            String trial = confusion.text(row, 0);
            String actual = confusion.text(row, 2);
            String predicted = confusion.text(row, 3);
            long count = rowsOf(predictions, trial, confusion.text(row, 1)).stream()
                    .filter(each -> actual.equals(predictions.text(each, predictions.column("target")))
                            && predicted.equals(predictions.text(each, predictions.column("predicted"))))
                    .count();
            assertEquals(count, confusion.whole(row, 4));
            all += count;
        }
        assertEquals(predictions.rows(), all);
    }

    /** A grid of raw features, whatever was done to them before training. */
    @Test
    void theBoundaryCoversTheDataForAsManyTrialsAsAskedFor() throws Exception {
        for (String scaling : List.of("none", "standardize")) {
            RunFolder folder = run("b" + scaling, "data.scaling=" + scaling, "output.boundaries=4", "output.details=1");
            Table boundary = folder.readParquet("boundary");
            Set<String> trials = new TreeSet<>();
            Set<Double> xs = new TreeSet<>();
            Set<String> classes = new TreeSet<>();
            for (int row = 0; row < boundary.rows(); row++) {
                trials.add(boundary.text(row, 0));
                xs.add(boundary.real(row, 1));
                classes.add(boundary.text(row, 3));
                assertTrue(boundary.real(row, 5) >= 0.5);
            }
            assertEquals(4 * 100 * 100, boundary.rows());
            assertEquals(4, trials.size());
            assertEquals(100, xs.size());
            assertEquals(Set.of("inner", "outer"), classes);
            assertTrue(xs.iterator().next() < -0.9 && xs.iterator().next() > -2.5, xs.toString());
            Table predictions = folder.readParquet("predictions");
            assertEquals(1, rowIds(predictions).size());
        }
    }

    /** The maps on the way of a trial are those of runs that end there. */
    @Test
    void aBoundaryOnTheWayIsThatOfARunThatEndsThere() throws Exception {
        String[] one = {"sweep.grid={ training.learning-rate = [0.5] }", "output.epoch=last", "training.batch-size=10"};
        RunFolder folder = run("way", one[0], one[1], one[2], "output.boundary-epochs=[2, 1, 40]");
        Table way = folder.readParquet("boundary_epochs");
        assertEquals(2 * 100 * 100, way.rows());
        for (int epoch : new int[] {1, 2}) {
            Table end = run("end" + epoch, one[0], one[1], one[2], "training.epochs=" + epoch)
                    .readParquet("boundary");
            for (int row = 0; row < end.rows(); row++) {
                List<Object> station = way.row((epoch - 1) * 100 * 100 + row);
                assertEquals((long) epoch, station.get(1));
                assertEquals(end.row(row).subList(1, 6), station.subList(2, 7));
            }
        }
    }

    private static Set<String> rowIds(Table table) {
        Set<String> ids = new TreeSet<>();
        for (int row = 0; row < table.rows(); row++) {
            ids.add(table.text(row, table.column(Schemas.TRIAL_ID)));
        }
        return ids;
    }

    @Test
    void withoutHeldOutRowsTheTrainingRowsAreShown() throws Exception {
        RunFolder folder = run("t", "data.validation=0", "data.test-rows=0", "output.details=1");
        Table predictions = folder.readParquet("predictions");
        assertEquals(300, predictions.rows());
        assertEquals("train", predictions.text(0, 1));
    }

    @Test
    void valuesHaveTheirOwnColumnsAndMetrics() throws Exception {
        RunFolder folder = run(
                "v",
                "data={source=linear,rows=200,test-rows=80}",
                "model=null",
                "model={type=linear}",
                "sweep.grid=null",
                "training.batch-size=10",
                "training.learning-rate=0.05");
        Table metrics = folder.readParquet("metrics");
        Table trials = folder.readParquet("trials");
        String trial = trials.text(0, 0);
        double loss = trials.real(0, trials.column("best_test_loss"));
        assertEquals(loss, metric(metrics, trial, "test", "loss"));
        assertEquals(Math.sqrt(loss), metric(metrics, trial, "test", "rmse"), 1e-6);
        assertTrue(metric(metrics, trial, "test", "r2") > 0.9);
        Table predictions = folder.readParquet("predictions");
        assertTrue(predictions.isEmpty(0, predictions.column("predicted")));
        assertEquals(
                predictions.real(0, predictions.column("loss")),
                squared(predictions, 0),
                1e-6 * (1 + squared(predictions, 0)));
        assertFalse(Files.exists(out.resolve("study/v/confusion.parquet")));
    }

    private static double squared(Table predictions, int row) {
        double error = predictions.real(row, predictions.column("predicted_value"))
                - predictions.real(row, predictions.column("target_value"));
        return error * error;
    }

    @Test
    void detailsThatNobodyWantsAreNotThere() throws Exception {
        run("n", "output.details=0");
        for (String table : List.of("predictions", "confusion", "metrics", "boundary")) {
            assertFalse(Files.exists(out.resolve("study/n/" + table + ".parquet")), table);
        }
        assertTrue(Files.exists(out.resolve("study/n/model/model.json")));
    }
}
