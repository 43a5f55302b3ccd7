package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import glissade.engine.CohortSpec;
import glissade.engine.Engine;
import glissade.engine.LaneResult;
import glissade.engine.LaneSpec;
import glissade.engine.MemoryEngine;
import glissade.numeric.Kernels;
import glissade.plan.Trial;
import glissade.store.Column;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicatedRunTest {
    private static final Engine MEMORY = new MemoryEngine(Kernels.best());

    @TempDir
    Path out;

    private RunFolder run(String id, int threads, String... assignments) throws Exception {
        PlannedStudy study = new PlannedStudy(out, assignments);
        RunFolder folder = study.folder(id);
        assertEquals(ExitCode.DONE, study.execution(folder).run(() -> MEMORY, threads));
        return folder;
    }

    /** By trial id, every number of a trial as text. */
    private static SortedMap<String, String> numbers(Table trials) {
        SortedMap<String, String> numbers = new TreeMap<>();
        for (int row = 0; row < trials.rows(); row++) {
            StringBuilder text = new StringBuilder();
            for (int column = trials.column(Schemas.STATUS) + 2;
                    column < trials.columns().size();
                    column++) {
                boolean written = trials.columns().get(column).type() == Column.Type.STRING;
                String cell = written ? trials.text(row, column) : Long.toHexString(trials.whole(row, column));
                text.append(trials.isEmpty(row, column) ? "-" : cell).append(' ');
            }
            numbers.put(trials.text(row, 0), text.toString());
        }
        return numbers;
    }

    /** The planner fuses replicates; an engine that gives every lane a cohort of its own must find the same. */
    @Test
    void fusedReplicatesHaveTheBitsOfSoloRuns() throws Exception {
        PlannedStudy study = new PlannedStudy(out, "sweep.replicates=3");
        study.plan
                .cohorts()
                .forEach(cohort -> assertTrue(
                        cohort.trials().stream()
                                        .map(Trial::replicate)
                                        .distinct()
                                        .count()
                                == 3,
                        "replicates are fused"));
        Engine solo = (cohort, data, listener) -> {
            List<LaneResult> results = new ArrayList<>();
            for (LaneSpec lane : cohort.lanes()) {
                results.addAll(MEMORY.train(
                        new CohortSpec(
                                cohort.number(),
                                cohort.model(),
                                cohort.orderSeed(),
                                cohort.selection(),
                                cohort.evaluation(),
                                List.of(lane)),
                        data,
                        listener));
            }
            return results;
        };
        study.execution(study.folder("fused")).run(() -> MEMORY, 2);
        study.execution(study.folder("solo")).run(() -> solo, 2);
        for (String name :
                List.of("trials.parquet", "curves.parquet", "configurations.parquet", "model/parameters.bin")) {
            assertEquals(
                    -1, Files.mismatch(out.resolve("study/fused/" + name), out.resolve("study/solo/" + name)), name);
        }
    }

    @Test
    void theSameTrialsHaveTheSameDigestHoweverTheyAreWritten() throws Exception {
        String points = "sweep.points=["
                + String.join(
                        ", ",
                        point(50, "0.5"),
                        point(10, "0.1"),
                        point(50, "100000"),
                        point(10, "0.5"),
                        point(50, "0.1"),
                        point(10, "100000"),
                        point(10, "0.1"))
                + "]";
        String zip = "sweep.zip { training { batch-size = [10, 10, 10, 50, 50, 50],"
                + " learning-rate = [0.1, 0.5, 100000, 0.1, 0.5, 100000] } }";
        String digest = digest(run("grid", 2));
        assertEquals(digest, digest(run("points", 2, "sweep.grid=null", points)));
        assertEquals(digest, digest(run("zip", 2, "sweep.grid=null", zip)));
    }

    private static String point(int batch, String rate) {
        return "{ training { batch-size = " + batch + ", learning-rate = " + rate + " } }";
    }

    private static String digest(RunFolder folder) throws Exception {
        return folder.status().orElseThrow().digest();
    }

    @Test
    void theFirstReplicatesAreTheTrialsOfARunWithoutReplicates() throws Exception {
        SortedMap<String, String> all =
                numbers(run("three", 2, "sweep.replicates=3").readParquet("trials"));
        SortedMap<String, String> first = numbers(run("one", 2).readParquet("trials"));
        assertEquals(18, all.size());
        assertEquals(6, first.size());
        first.forEach((id, numbers) -> assertEquals(numbers, all.get(id)));
        assertEquals(
                18 - 6,
                all.keySet().stream().filter(id -> !first.containsKey(id)).count());
    }

    @Test
    void theModelIsTheBestTrialOfTheFirstConfiguration() throws Exception {
        for (String order : List.of("shared", "own")) {
            for (int threads : List.of(1, 3)) {
                RunFolder folder =
                        run(order + threads, threads, "sweep.replicates=3", "sweep.replicate-order=" + order);
                Table configurations = folder.readParquet("configurations");
                Table trials = folder.readParquet("trials");
                String first = configurations.text(0, 0);
                int best = Ranking.rows(trials, folder.manifest(Manifest.class).selection()).stream()
                        .filter(row -> trials.text(row, trials.column(Schemas.CONFIGURATION))
                                .equals(first))
                        .findFirst()
                        .orElseThrow();
                JsonNode model = new ObjectMapper()
                        .readTree(out.resolve("study/" + order + threads + "/model/model.json")
                                .toFile());
                assertEquals(trials.text(best, 0), model.get("trial").asText());
            }
        }
    }

    /** Two of six configurations have a rate at which every replicate diverges. */
    @Test
    void configurationsThatDivergedComeLast() throws Exception {
        Table configurations = run("x", 2, "sweep.replicates=2").readParquet("configurations");
        assertEquals(6, configurations.rows());
        int rate = configurations.column("training.learning-rate");
        for (int row = 0; row < 6; row++) {
            boolean diverges = configurations.real(row, rate) > 1_000;
            assertEquals(diverges ? 0 : 2, configurations.whole(row, configurations.column(Schemas.REPLICATES)));
            assertEquals(diverges, row >= 4);
            assertEquals(diverges, configurations.isEmpty(row, configurations.column(Schemas.MEAN)));
        }
        assertTrue(
                Files.readString(out.resolve("study/x/configurations.csv"))
                        .startsWith(
                                "configuration,training.batch-size,training.learning-rate,replicates,mean,sd,low,high,rank,tied\n"));
    }

    /** The third replicate of every configuration is lost with its cohort. */
    @Test
    void aFailedReplicateLeavesTheOthersTheirMean() throws Exception {
        PlannedStudy study = new PlannedStudy(out, "sweep.replicates=3", "sweep.replicate-order=own");
        long lost = study.plan.trials().all().get(2).orderSeed();
        RunFolder folder = study.folder("y");
        Engine broken = (cohort, data, listener) -> {
            if (cohort.orderSeed() == lost) {
                throw new IllegalStateException("no luck");
            }
            return MEMORY.train(cohort, data, listener);
        };
        assertEquals(ExitCode.DONE, study.execution(folder).run(() -> broken, 2));
        Table configurations = folder.readParquet("configurations");
        assertEquals(2, configurations.whole(0, configurations.column(Schemas.REPLICATES)));
        String model = Files.readString(out.resolve("study/y/model/model.json"));
        Table trials = folder.readParquet("trials");
        for (int row = 0; row < trials.rows(); row++) {
            if (model.contains("\"" + trials.text(row, 0) + "\"")) {
                assertEquals(configurations.text(0, 0), trials.text(row, trials.column(Schemas.CONFIGURATION)));
            }
        }
    }
}
