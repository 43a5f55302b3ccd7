package glissade.run;

import glissade.engine.CurvePoint;
import glissade.engine.LayerPoint;
import glissade.model.Surface;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a sweep found out, as tables, in the order that {@link Schemas} promises. */
final class SweepOutcome {
    private final List<CohortOutcome> cohorts;
    private final List<TrialOutcome> trials;
    private final List<Champion.Holder> leaders;
    private final String endedBy;
    private final boolean partial;

    /**
     * Of cohorts that were trained.
     *
     * @param leaders the best trials whose parameters were kept, best first
     * @param endedBy the failure that ended the sweep before its time; null if none did
     * @param partial whether there are cohorts that were left in the middle, or not begun
     */
    SweepOutcome(List<CohortOutcome> cohorts, List<Champion.Holder> leaders, String endedBy, boolean partial) {
        this(
                cohorts,
                cohorts.stream().flatMap(cohort -> cohort.trials().stream()).toList(),
                leaders,
                endedBy,
                partial);
    }

    /** Of trials alone, part of a sweep of which no more is known. */
    static SweepOutcome of(List<TrialOutcome> trials) {
        return new SweepOutcome(List.of(), trials, List.of(), null, true);
    }

    private SweepOutcome(
            List<CohortOutcome> cohorts,
            List<TrialOutcome> trials,
            List<Champion.Holder> leaders,
            String endedBy,
            boolean partial) {
        this.cohorts = List.copyOf(cohorts);
        this.trials = trials.stream()
                .sorted(Comparator.comparing(TrialOutcome::trialId))
                .toList();
        this.leaders = leaders;
        this.endedBy = endedBy;
        this.partial = partial;
    }

    /**
     * The table {@code trials}.
     *
     * @param table without rows
     * @param values of the columns between id and status, by trial id
     */
    Table trials(Table table, Map<String, List<Object>> values) {
        for (TrialOutcome trial : trials) {
            List<Object> row = new ArrayList<>();
            row.add(trial.trialId());
            row.addAll(values.get(trial.trialId()));
            row.addAll(Arrays.asList(
                    trial.status(),
                    trial.reason().isEmpty() ? null : trial.reason(),
                    trial.curve().size(),
                    epoch(trial.bestEpoch())));
            row.addAll(metrics(trial.last()));
            row.addAll(metrics(trial.best()));
            row.add(trial.data());
            row.add(epoch(trial.bestLossEpoch()));
            row.add(epoch(trial.bestAccuracyEpoch()));
            table.add(row);
        }
        return table;
    }

    private static Integer epoch(int number) {
        return number == 0 ? null : number;
    }

    /** The table {@code curves}. */
    Table curves() {
        Table table = Schemas.curves();
        for (TrialOutcome trial : trials) {
            for (CurvePoint point : trial.curve()) {
                List<Object> row =
                        new ArrayList<>(List.of(trial.trialId(), point.epoch(), point.steps(), point.learningRate()));
                row.addAll(metrics(point));
                row.add(point.trainObjective());
                table.add(row);
            }
        }
        return table;
    }

    private static List<Double> metrics(CurvePoint point) {
        return point == null
                ? Arrays.asList(null, null, null, null, null, null)
                : List.of(
                        point.trainLoss(),
                        point.trainAccuracy(),
                        point.validationLoss(),
                        point.validationAccuracy(),
                        point.testLoss(),
                        point.testAccuracy());
    }

    /** The table {@code layers}. */
    Table layers() {
        Table table = Schemas.layers();
        for (TrialOutcome trial : trials) {
            for (LayerPoint point : trial.layers()) {
                table.add(List.of(
                        trial.trialId(), point.epoch(), point.layer(), point.gradientNorm(), point.weightNorm()));
            }
        }
        return table;
    }

    /** The table {@code steps}, with norms of gradients if they were asked for. */
    Table steps() {
        boolean gradientNorm = cohorts.stream()
                .anyMatch(cohort -> cohort.cohort().spec().evaluation().steps().gradientNorm());
        return StepTables.steps(trials, gradientNorm);
    }

    /** The table {@code trajectory}. */
    Table trajectory() {
        return StepTables.trajectory(trials);
    }

    /** The table {@code landscape}. */
    Table landscape() {
        Map<String, Surface> surfaces = new TreeMap<>();
        for (CohortOutcome cohort : cohorts) {
            Surface surface = cohort.cohort().spec().model().surface();
            if (surface != null) {
                cohort.trials().forEach(trial -> surfaces.put(trial.trialId(), surface));
            }
        }
        return LandscapeTable.of(trajectory(), surfaces);
    }

    /** The table {@code timings}. */
    Table timings() {
        Table table = Schemas.timings();
        for (CohortOutcome cohort : cohorts) {
            table.add(List.of(
                    cohort.cohort().spec().number(),
                    cohort.trials().size(),
                    cohort.seconds(),
                    cohort.exampleTrials() / cohort.seconds()));
        }
        return table;
    }

    /** Rows seen, times trials that saw them. */
    long exampleTrials() {
        return cohorts.stream().mapToLong(CohortOutcome::exampleTrials).sum();
    }

    /** Whether there are cohorts that were left in the middle, or not begun. */
    boolean isPartial() {
        return partial;
    }

    /** Trials of a status. */
    int count(String status) {
        return (int)
                trials.stream().filter(trial -> trial.status().equals(status)).count();
    }

    /** Whether nothing at all has come of it. */
    boolean isEmpty() {
        return trials.isEmpty();
    }

    /** Whether every trial failed. */
    boolean nothingFinished() {
        return count(TrialOutcome.FAILED) == trials.size();
    }

    /** Why the first trial ended as it did. */
    String firstReason() {
        return trials.get(0).reason();
    }

    /** The failure that ended the sweep before its time; null if none did. */
    String endedBy() {
        return endedBy;
    }

    /** The best trial, with its model; null if no trial has the selected number. */
    Champion.Holder best() {
        return leaders.isEmpty() ? null : leaders.get(0);
    }

    /** The best trials whose parameters were kept, best first. */
    List<Champion.Holder> leaders() {
        return leaders;
    }
}
