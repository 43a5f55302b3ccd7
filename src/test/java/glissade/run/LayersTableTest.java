package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.engine.Engine;
import glissade.engine.LaneResult;
import glissade.engine.LayerPoint;
import glissade.engine.MemoryEngine;
import glissade.numeric.Kernels;
import glissade.store.Digest;
import glissade.store.RunFolder;
import glissade.store.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayersTableTest {
    private static final Engine MEMORY = new MemoryEngine(Kernels.best());

    @TempDir
    Path out;

    private RunFolder folder;

    @BeforeEach
    void open() throws Exception {
        folder = new PlannedStudy(out).folder("7");
    }

    @Test
    void isThereOnlyWhereTheConfigAsksForIt() throws Exception {
        new PlannedStudy(out).execution(folder).run(() -> MEMORY, 1);
        assertFalse(Files.exists(out.resolve("study/7/layers.parquet")));
    }

    /** Row by row what the engine said, ordered by trial, epoch and layer. */
    @Test
    void holdsEveryPointOfEveryTrial() throws Exception {
        SortedMap<String, List<LayerPoint>> points = Collections.synchronizedSortedMap(new TreeMap<>());
        Engine listened = (cohort, data, listener) -> {
            List<LaneResult> results = MEMORY.train(cohort, data, listener);
            results.forEach(result -> points.put(result.trialId(), result.layers()));
            return results;
        };
        new PlannedStudy(out, "evaluate.layers=true").execution(folder).run(() -> listened, 2);
        Table table = folder.readParquet("layers");
        int row = 0;
        for (String trial : points.keySet()) {
            for (LayerPoint point : points.get(trial)) {
                assertEquals(trial, table.text(row, table.column("trial_id")));
                assertEquals(point.epoch(), table.whole(row, table.column("epoch")));
                assertEquals(point.layer(), table.whole(row, table.column("layer")));
                assertEquals(point.gradientNorm(), table.real(row, table.column("gradient_norm")));
                assertEquals(point.weightNorm(), table.real(row, table.column("weight_norm")));
                row++;
            }
        }
        assertEquals(row, table.rows());
        assertTrue(row >= 4 * 4 * 2, row + " rows: four trials go on for four epochs, two layers each");
    }

    @Test
    void isNotInTheDigest() throws Exception {
        new PlannedStudy(out, "evaluate.layers=true").execution(folder).run(() -> MEMORY, 1);
        String digest = folder.manifest(Manifest.class).digest();
        assertEquals(Digest.of(folder.readParquet("trials"), folder.readParquet("curves")), digest);
    }
}
