package glissade.plan;

import glissade.config.Experiment;
import glissade.config.Problem;
import glissade.config.Problems;
import glissade.data.DataSummary;
import glissade.data.ResidentData;
import glissade.data.Split;
import glissade.engine.Selection;
import glissade.engine.TreeDepth;
import glissade.model.Architecture;
import glissade.model.ModelSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What can be asked for in a config, and then the data does not allow it. */
final class PlanChecks {
    private final Experiment experiment;
    private final Selection selection;
    private final Problems problems;
    private final Set<Problem> reported = new LinkedHashSet<>();

    PlanChecks(Trials trials, Problems problems) {
        this.experiment = trials.experiment();
        this.selection = trials.selection();
        this.problems = problems;
    }

    void check(PlannedData data) {
        DataSummary summary = data.summary();
        String source = data.spec().source();
        Split selected = selection.split();
        if (summary.trainingRows() == 0) {
            complain("data.source", source + " has no rows to train on");
        }
        if (selected != Split.TRAIN && summary.rows(selected) == 0) {
            boolean validation = selected == Split.VALIDATION;
            complain(
                    validation ? "data.validation" : "output.best-by",
                    "best is measured on " + (validation ? "held-out" : "test") + " rows, of which " + source
                            + " has none");
        }
        OptionalInt pinned = experiment.shards();
        if (pinned.isPresent() && pinned.getAsInt() > summary.trainingRows()) {
            complain(
                    "training.shards",
                    "expected at most as many shards as training rows (" + Numbers.grouped(summary.trainingRows())
                            + "), found " + Numbers.grouped(pinned.getAsInt()));
        }
    }

    /** Whether executors can hold what they must: in-task all of a data set, otherwise each of its shards. */
    void checkMemory(PlannedData data, EngineKind engine, Resources resources) {
        long memory = resources.executorMemoryBytes();
        long bytes = data.summary().bytes();
        if (engine == EngineKind.IN_TASK) {
            if (bytes > ResidentData.room(memory)) {
                complain(
                        "training.engine",
                        Numbers.bytes(bytes) + " of data do not fit an executor, which takes "
                                + Numbers.bytes(ResidentData.room(memory)) + " of its " + Numbers.bytes(memory)
                                + "; expected auto or synchronous, or more memory");
            }
            return;
        }
        long shard = bytes / data.shards().count();
        if (shard > memory) {
            long shards = data.shards().count();
            while (bytes / shards > ResidentData.room(memory)) {
                shards *= 2;
            }
            complain(
                    "training.shards",
                    "one of " + Numbers.counted(data.shards().count(), "shard") + " takes " + Numbers.bytes(shard)
                            + ", and an executor has " + Numbers.bytes(memory) + "; expected at least " + shards
                            + ", or more memory");
        }
    }

    /** Whether driver and executors can hold a cohort while it trains, and Spark can carry what it sends. */
    void check(PlannedCohort cohort, EngineKind engine, Resources resources) {
        boolean inTask = engine == EngineKind.IN_TASK;
        long memory = inTask ? resources.executorMemoryBytes() : resources.driverMemoryBytes();
        long room = memory - ResidentData.room(memory);
        long bytes = MemoryEstimate.bytes(cohort);
        if (bytes > room) {
            complain(
                    cohort,
                    "take " + Numbers.bytes(bytes) + " with their gradient and optimizer, and the "
                            + (inTask ? "executor" : "driver") + " has " + Numbers.bytes(room)
                            + " beside data; expected a smaller model, or more memory");
        }
        long result = inTask ? MemoryEstimate.resultBytes(cohort) : stepBytes(cohort, resources);
        if (result > resources.limits().results()) {
            complain(
                    cohort,
                    "send " + Numbers.bytes(result) + " to the driver in one job, and Spark stops at "
                            + Numbers.bytes(resources.limits().results())
                            + "; expected a smaller model, or a larger spark.driver.maxResultSize");
        }
    }

    /** The sums of a step's gradients that the driver receives. */
    private static long stepBytes(PlannedCohort cohort, Resources resources) {
        long floats = cohort.parameterFloats();
        int partitions = resources.partitions(cohort.data().shards().count());
        return Float.BYTES * floats * TreeDepth.nodes(partitions, floats);
    }

    private void complain(PlannedCohort cohort, String what) {
        complain(
                "model." + (cohort.architecture().layers() > 1 ? "hidden" : "type"),
                Numbers.counted(cohort.architecture().parameters(), "parameter") + " x "
                        + Numbers.counted(cohort.trials().size(), "trial") + " " + what);
    }

    /** Trials of one group, which differ in numbers only. */
    void check(List<Trial> group, PlannedData data) {
        ModelSpec model = group.get(0).model();
        Architecture architecture;
        try {
            architecture = Architecture.of(
                    model, data.summary().features(), data.summary().classes());
        } catch (IllegalArgumentException e) {
            complain("model.type", e.getMessage() + " (" + data.spec().source() + ")");
            return;
        }
        if (!LaneWidth.isPossible(architecture)) {
            complain("model.hidden", model.hidden() + " has more parameters than an array can hold (2^31)");
        }
        if (!architecture.classifies()) {
            checkMeasure("output.best-by", selection);
            group.stream()
                    .flatMap(trial -> WatchedMetric.of(trial.training()).stream())
                    .distinct()
                    .forEach(metric -> checkMeasure("training.schedule.metric", metric));
        }
    }

    private void checkMeasure(String path, Selection metric) {
        if (metric.measure() == Selection.Measure.ACCURACY) {
            complain(path, metric.name() + " means nothing where values are predicted; expected a loss");
        }
    }

    /** Many trials may have one and the same problem. */
    private void complain(String path, String message) {
        Problem problem = experiment.problem(path, message);
        if (reported.add(problem)) {
            problems.add(problem);
        }
    }
}
