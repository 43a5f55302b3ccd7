package glissade.cluster;

import glissade.config.Experiments;
import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.ScannedData;
import glissade.engine.MemoryEngine;
import glissade.numeric.Kernels;
import glissade.plan.Plan;
import glissade.plan.Planner;
import glissade.plan.Resources;
import glissade.plan.Trials;
import glissade.run.Execution;
import glissade.run.Manifest;
import glissade.run.Provenance;
import glissade.store.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * A small sweep that everything must agree on: dense and sparse data, short and full batches, shards, and
 * a rate that diverges.
 *
 * @param assignments over what the file says
 */
record OnePlan(Path file, List<String> assignments) {
    static final String NAME = "one-plan";

    private static final String TEXT = """
            data { rows = 300, test-rows = 100, validation = 0.2 }
            model.type = softmax
            training { epochs = 2, shards = 8 }
            sweep.grid {
              data.source            = [blobs, digits]
              training.batch-size    = [100, all]
              training.learning-rate = [0.1, 1e5]
            }
            """;

    static OnePlan in(Path folder) throws IOException {
        return new OnePlan(Files.writeString(folder.resolve(NAME + ".conf"), TEXT), List.of());
    }

    OnePlan with(String... more) {
        List<String> all = new ArrayList<>(assignments);
        all.addAll(List.of(more));
        return new OnePlan(file, all);
    }

    /** The words of {@code glissade run} on an engine, and what else there is to say. */
    String[] run(String engine, Path out, String... more) {
        return run(engine, out.toString(), more);
    }

    /** The same with an output folder on any file system. */
    String[] run(String engine, String out, String... more) {
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(List.of(arguments(engine, out)));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    /** The same without the command. */
    String[] arguments(String engine, String out) {
        List<String> words = new ArrayList<>(List.of(file.toString(), "--out=" + out, "--run-id=" + engine));
        assignments.forEach(assignment -> words.add("--set=" + assignment));
        words.add("--set=training.engine=" + engine);
        return words.toArray(String[]::new);
    }

    /** The folder of such a run. */
    static RunFolder folder(String engine, Path out) throws IOException {
        return RunFolder.of(new Configuration(), out.toString(), NAME, engine);
    }

    /** By the engine that needs no Spark, in this process. */
    String reference(Path out) throws Exception {
        Trials trials = Trials.of(Experiments.load(file, assignments));
        Map<DataSpec, ScannedData> data = new LinkedHashMap<>();
        trials.data().forEach(spec -> data.put(spec, DataSets.open(spec)));
        Plan plan = Planner.plan(trials, spec -> data.get(spec).summary(), new Resources(1, 1L << 30));
        RunFolder folder = folder("memory", out);
        Execution execution = new Execution(
                plan,
                planned -> data.get(planned.spec()).sharded(planned.shards().count()),
                folder,
                new Provenance("reference", Map.of(), Map.of()));
        execution.begin();
        execution.run(() -> new MemoryEngine(Kernels.best()), 1);
        return folder.manifest(Manifest.class).digest();
    }
}
