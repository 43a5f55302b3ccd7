package glissade.run;

import glissade.config.Experiments;
import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.Scaling;
import glissade.data.ScannedData;
import glissade.plan.Plan;
import glissade.plan.Planner;
import glissade.plan.Resources;
import glissade.plan.Trials;
import glissade.store.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** A small sweep, planned: two batch sizes, so two cohorts, times three rates, of which one diverges. */
final class PlannedStudy {
    private static final String TEXT = """
            data { source = circles, rows = 300, test-rows = 100, validation = 0.2 }
            model { type = mlp, hidden = [4], init = "normal(0.5)" }
            training { epochs = 4 }
            sweep { grid { "training.batch-size" = [10, 50], "training.learning-rate" = [0.1, 0.5, 100000] } }
            """;

    final Plan plan;
    private final Path out;
    private final Map<DataSpec, ScannedData> data = new LinkedHashMap<>();

    PlannedStudy(Path out, String... assignments) throws IOException {
        this.out = out;
        Path file = Files.writeString(out.resolve("study.conf"), TEXT);
        Trials trials = Trials.of(Experiments.load(file, List.of(assignments)));
        trials.data().forEach(spec -> data.put(spec, DataSets.open(spec)));
        plan = Planner.plan(trials, spec -> data.get(spec).summary(), new Resources(2, 1L << 30));
    }

    Scaling scaling() {
        return data.values().iterator().next().scaling();
    }

    RunFolder folder(String runId) throws IOException {
        return RunFolder.of(new Configuration(), out.toString(), "study", runId);
    }

    /** A run that has begun. */
    Execution execution(RunFolder folder) throws IOException {
        Provenance provenance = new Provenance("identity", Map.of("seed", 42), Map.of("java", "17"));
        Execution execution = new Execution(
                plan,
                planned -> data.get(planned.spec()).sharded(planned.shards().count()),
                folder,
                provenance);
        execution.begin();
        return execution;
    }
}
