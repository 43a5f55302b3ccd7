package glissade.plan;

import glissade.config.Experiment;
import glissade.config.Problems;
import glissade.data.DataSpec;
import glissade.data.DataSummary;
import glissade.data.ResidentData;
import glissade.engine.CohortSpec;
import glissade.engine.Evaluation;
import glissade.engine.LaneSpec;
import glissade.model.Architecture;
import glissade.model.ModelSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes the plan once the data is known. */
public final class Planner {
    /** What decides together which rows meet in which step, and what a step is: equal for all lanes of a cohort. */
    private record Group(
            DataSpec data,
            long orderSeed,
            ModelSpec model,
            long batchRows,
            int epochs,
            String updateShape,
            Evaluation evaluation) {}

    /** The part of a group that makes a cohort. */
    private record Share(Group group, List<Trial> members) {
        Trial first() {
            return members.get(0);
        }
    }

    private final Trials trials;
    private final Resources resources;
    private final Problems problems;
    private final Map<DataSpec, PlannedData> data = new LinkedHashMap<>();

    private Planner(Trials trials, Function<DataSpec, DataSummary> summaries, Resources resources) {
        this.trials = trials;
        this.resources = resources;
        this.problems = new Problems(trials.experiment().source());
        for (DataSpec spec : trials.data()) {
            DataSummary summary = summaries.apply(spec);
            ShardCount shards =
                    ShardCount.of(summary.storedValues(), trials.experiment().shards());
            data.put(spec, new PlannedData(spec, summary, shards));
        }
    }

    /** The plan; throws {@link glissade.config.InvalidExperiment} if the data does not allow what is asked for. */
    public static Plan plan(Trials trials, Function<DataSpec, DataSummary> summaries, Resources resources) {
        return new Planner(trials, summaries, resources).plan();
    }

    private Plan plan() {
        PlanChecks checks = new PlanChecks(trials, problems);
        data.values().forEach(checks::check);
        new GateChecks(trials, data.values(), problems).check();
        problems.throwIfAny();
        Experiment experiment = trials.experiment();
        long bytes =
                data.values().stream().mapToLong(each -> each.summary().bytes()).sum();
        EngineDecision byMemory = EngineDecision.of(experiment.engine(), bytes, resources.executorMemoryBytes());
        data.values().forEach(each -> checks.checkMemory(each, byMemory.kind(), resources));
        Map<Group, List<Trial>> groups = groups();
        groups.forEach((group, members) -> checks.check(members, data.get(group.data())));
        problems.throwIfAny();
        List<PlannedCohort> inTask = cohorts(groups, EngineKind.IN_TASK);
        List<PlannedCohort> synchronous = cohorts(groups, EngineKind.SYNCHRONOUS);
        SpeedEstimate speed = SpeedEstimate.of(inTask, synchronous, bytes, resources);
        EngineDecision engine = byMemory.faster(experiment.engine(), speed);
        List<PlannedCohort> cohorts = engine.kind() == EngineKind.IN_TASK ? inTask : synchronous;
        cohorts.forEach(cohort -> checks.check(cohort, engine.kind(), resources));
        problems.throwIfAny();
        List<PlannedData> planned = List.copyOf(data.values());
        List<String> notes = new ArrayList<>(PlanNotes.of(trials, data));
        notes.addAll(new EngineNotes(engine.kind(), resources).of(planned, cohorts, speed));
        return new Plan(trials, planned, cohorts, engine, speed, resources, MemoryEstimate.of(planned, cohorts), notes);
    }

    private Map<Group, List<Trial>> groups() {
        Map<Group, List<Trial>> groups = new LinkedHashMap<>();
        for (Trial trial : trials.all()) {
            groups.computeIfAbsent(group(trial), group -> new ArrayList<>()).add(trial);
        }
        return groups;
    }

    private Group group(Trial trial) {
        long rows = data.get(trial.data()).summary().trainingRows();
        return new Group(
                trial.data(),
                trial.orderSeed(),
                trial.model(),
                trial.training().batchSize().rows(rows),
                trial.training().epochs(),
                trial.training().updateShape(),
                evaluation(trial));
    }

    /** Boundaries are drawn in a plane, so only of two features are parameters kept on the way. */
    private Evaluation evaluation(Trial trial) {
        boolean plane = data.get(trial.data()).summary().features() == 2;
        return plane ? trial.evaluation() : trial.evaluation().withoutSnapshots();
    }

    /** A step of the synchronous engine keeps all cores busy; in-task cohorts have one core each. */
    private int coresForEach(int groups, EngineKind engine) {
        return engine == EngineKind.SYNCHRONOUS ? 1 : Math.max(1, resources.cores() / groups);
    }

    private List<PlannedCohort> cohorts(Map<Group, List<Trial>> groups, EngineKind engine) {
        int cores = coresForEach(groups.size(), engine);
        List<Share> shares = new ArrayList<>();
        groups.forEach((group, members) -> {
            int next = 0;
            for (int size : width(group, engine).split(members.size(), cores)) {
                shares.add(new Share(group, members.subList(next, next + size)));
                next += size;
            }
        });
        Map<String, Integer> places = new LinkedHashMap<>();
        trials.all().forEach(trial -> places.put(trial.id(), places.size()));
        // The replicates of a configuration end soon after each other, even those that cannot train together.
        shares.sort(Comparator.comparing(share -> places.get(share.first().id())));
        List<PlannedCohort> cohorts = new ArrayList<>();
        shares.forEach(share -> cohorts.add(cohort(cohorts.size(), share.group(), share.members())));
        return cohorts;
    }

    private PlannedCohort cohort(int number, Group group, List<Trial> members) {
        List<LaneSpec> lanes = members.stream()
                .map(trial -> new LaneSpec(trial.id(), trial.training(), trial.seed()))
                .toList();
        CohortSpec spec =
                new CohortSpec(number, group.model(), group.orderSeed(), trials.selection(), group.evaluation(), lanes);
        PlannedData planned = data.get(group.data());
        Architecture architecture = Architecture.of(
                group.model(), planned.summary().features(), planned.summary().classes());
        return new PlannedCohort(spec, members, planned, architecture, group.batchRows());
    }

    private LaneWidth width(Group group, EngineKind engine) {
        DataSummary summary = data.get(group.data()).summary();
        Architecture architecture = Architecture.of(group.model(), summary.features(), summary.classes());
        long share = ResidentData.room(resources.executorMemoryBytes());
        long travels = engine == EngineKind.IN_TASK ? resources.limits().task() : Long.MAX_VALUE;
        int snapshots = group.evaluation().snapshots().size();
        return new LaneWidth(architecture, MemoryEstimate.mostFloats(share, travels, snapshots));
    }
}
