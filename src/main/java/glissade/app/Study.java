package glissade.app;

import glissade.config.Experiment;
import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.ScannedData;
import glissade.data.ShardedData;
import glissade.gate.GateSpec;
import glissade.plan.Plan;
import glissade.plan.PlannedData;
import glissade.plan.Planner;
import glissade.plan.Trials;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;

/** An experiment on its way from text to a plan. Writes nothing; what is wrong comes out as an exception that says so. */
final class Study {
    private final Trials trials;
    private final Map<DataSpec, ScannedData> data = new LinkedHashMap<>();
    private final Map<DataSpec, ScannedData> shipped = new LinkedHashMap<>();

    Study(Experiment experiment) {
        this.trials = Trials.of(experiment);
    }

    String name() {
        return trials.experiment().name();
    }

    Trials trials() {
        return trials;
    }

    /** The experiment's file, as the user named it. */
    String source() {
        return trials.experiment().source();
    }

    /** Whether its runs are drawn once they are done. */
    boolean report() {
        return trials.experiment().report();
    }

    /** Whether its runs are written for TensorBoard too. */
    boolean tensorboard() {
        return trials.experiment().tensorboard();
    }

    /** What its runs must be like to be used. */
    GateSpec gate() {
        return trials.experiment().gate();
    }

    /** Every key that means something, typed. */
    Map<String, Object> config() {
        return trials.experiment().typed();
    }

    /** The same config on the same data has the same identity, known without reading the data. */
    String identity() {
        return trials.runId(
                trials.data().stream().map(DataSets::cheapFingerprint).sorted().collect(Collectors.joining("\n")));
    }

    /** Reads the data, and plans. Spark is started only for data that is too large for this process. */
    Plan plan(Cluster cluster) {
        trials.data()
                .forEach(spec ->
                        data.put(spec, DataSets.open(spec, () -> executors(spec, cluster), cluster.memoryBytes())));
        return Planner.plan(trials, spec -> data.get(spec).summary(), cluster.resources());
    }

    /** Where data too large for this process is read, if it can be read there. */
    private static JavaSparkContext executors(DataSpec spec, Cluster cluster) {
        if (!cluster.isLocal() && spec.readsThisMachine()) {
            throw new BadInput(String.join(" and ", spec.placesOnThisMachine())
                    + " is on this machine's disk and too large to be sent to the executors of " + cluster.master()
                    + "; expected a path that they can read, such as hdfs: or s3a:");
        }
        return cluster.context();
    }

    /** The data of a plan, as the plan cuts it, where a cluster's executors can read it. */
    ShardedData sharded(PlannedData planned, Cluster cluster) {
        if (!cluster.isLocal() && planned.spec().readsThisMachine()) {
            ScannedData sent = shipped.computeIfAbsent(
                    planned.spec(), spec -> data.get(spec).shipped(cluster.context()));
            return sent.sharded(planned.shards().count());
        }
        return sharded(planned);
    }

    /** The data of a plan, as the plan cuts it, for this process. */
    ShardedData sharded(PlannedData planned) {
        return data.get(planned.spec()).sharded(planned.shards().count());
    }
}
