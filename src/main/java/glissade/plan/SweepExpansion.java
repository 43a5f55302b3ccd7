package glissade.plan;

import glissade.config.EvaluationConfig;
import glissade.config.Experiment;
import glissade.config.Key;
import glissade.config.Problem;
import glissade.config.Problems;
import glissade.config.Settings;
import glissade.config.Sweep;
import glissade.config.SweepSection;
import glissade.config.TrialConfig;
import glissade.config.TypedHash;
import glissade.data.Split;
import glissade.engine.Evaluation;
import glissade.engine.Selection;
import glissade.engine.StepRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns every point of a sweep into a trial, each trial once. */
final class SweepExpansion {
    private static final String ID_FORMAT = "glissade trial 1";
    private static final int MOST_REPORTED = 10;

    /** A point that can be trained. */
    private record PossiblePoint(SweepPoint point, Settings settings, TrialConfig config) {}

    private final Experiment experiment;
    private final Sweep sweep;
    private final List<SweptColumn> columns = new ArrayList<>();
    private final Problems problems;
    private final SelectionRule selectionRule;

    SweepExpansion(Experiment experiment) {
        this.experiment = experiment;
        this.sweep = experiment.sweep();
        sweep.axes().forEach(axis -> columns.add(SweptColumn.of(axis, experiment.settings())));
        this.problems = new Problems(experiment.source());
        this.selectionRule = new SelectionRule(experiment);
    }

    Trials trials() {
        List<PossiblePoint> points = possiblePoints();
        selectionRule.report(problems);
        problems.throwIfAny();
        Selection selection = selectionRule.selection();
        Replicas replicas = Replicas.of(sweep);
        Map<String, List<Trial>> byConfiguration = new LinkedHashMap<>();
        for (PossiblePoint point : points) {
            Trial trial = trial(point, selection);
            byConfiguration.computeIfAbsent(trial.id(), id -> replicas.of(trial, () -> identity(point, selection)));
        }
        List<String> notes = new ArrayList<>(selectionRule.notes());
        if (byConfiguration.size() < points.size()) {
            boolean once = replicas.count() == 1;
            notes.add(Numbers.grouped(points.size()) + " combinations give "
                    + Numbers.grouped(byConfiguration.size()) + " different "
                    + (once ? "trials; each is trained once" : "configurations; each has its replicates once"));
        }
        List<Trial> all =
                byConfiguration.values().stream().flatMap(List::stream).toList();
        return new Trials(experiment, all, columns, points.size(), selection, notes);
    }

    private List<PossiblePoint> possiblePoints() {
        long count = SweepPoint.count(sweep);
        if (count > Sweep.MOST_TRIALS / sweep.replicates()) {
            String most = Numbers.grouped(Sweep.MOST_TRIALS / sweep.replicates());
            String message = "expected at most " + most + " combinations, found " + Numbers.grouped(count);
            problems.add(new Problem(null, sweepPath(), message));
            problems.throwIfAny();
        }
        List<PossiblePoint> possible = new ArrayList<>();
        List<Problem> impossible = new ArrayList<>();
        for (SweepPoint point : SweepPoint.all(sweep)) {
            Settings settings = experiment.at(point.values());
            try {
                TrialConfig config = TrialConfig.of(settings);
                WatchedMetric.check(config);
                selectionRule.see(settings, config, point);
                possible.add(new PossiblePoint(point, settings, config));
            } catch (IllegalArgumentException e) {
                impossible.add(new Problem(null, "", e.getMessage() + point.where()));
            }
        }
        impossible.stream().limit(MOST_REPORTED).forEach(problems::add);
        if (impossible.size() > MOST_REPORTED) {
            String more = "and " + Numbers.grouped(impossible.size() - MOST_REPORTED) + " more impossible combinations";
            problems.add(new Problem(null, sweepPath(), more));
        }
        return possible;
    }

    /** How messages name the whole sweep. */
    private String sweepPath() {
        boolean grid = sweep.axes().equals(sweep.axes(SweepSection.GRID));
        return grid ? SweepSection.GRID.path() : "sweep";
    }

    private Trial trial(PossiblePoint point, Selection selection) {
        TrialConfig config = point.config();
        String id = identity(point, selection).hex(Trial.ID_DIGITS);
        return new Trial(
                id,
                swept(point.settings()),
                config.data(),
                config.model(),
                config.training(),
                evaluation(config, selection),
                config.seed(),
                config.seed(),
                id,
                0);
    }

    /** The values of the axes that mean something beside the others, by path. */
    private SortedMap<String, Object> swept(Settings settings) {
        SortedMap<String, Object> swept = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Key<?> key = sweep.axes().get(i).key();
            Object cell = settings.applies(key) ? cell(key, columns.get(i), settings) : null;
            if (cell != null) {
                swept.put(key.path(), cell);
            }
        }
        return swept;
    }

    private static <T> Object cell(Key<T> key, SweptColumn column, Settings settings) {
        T value = settings.get(key);
        return value == null ? null : column.cell(key.type(), value);
    }

    /** The selected number is no part of what a trial is, unless the trial ends when that number gets no better. */
    private static TypedHash identity(PossiblePoint point, Selection selection) {
        TypedHash hash = new TypedHash(ID_FORMAT);
        point.settings().writeIdentity(hash);
        if (point.config().training().stop().patience() > 0) {
            hash.text(selection.name());
        }
        return hash;
    }

    /** Test rows are looked at each epoch where that is asked for, or an epoch or a rate is chosen by them. */
    private Evaluation evaluation(TrialConfig config, Selection selection) {
        EvaluationConfig asked = config.evaluation();
        boolean chosen = selection.split() == Split.TEST
                && (selection.best() || config.training().stop().patience() > 0);
        boolean watched = WatchedMetric.of(config.training())
                .filter(metric -> metric.split() == Split.TEST)
                .isPresent();
        return new Evaluation(
                asked.trainInFull(),
                asked.testEachEpoch() || chosen || watched,
                asked.layers(),
                asked.every(),
                new StepRecord(experiment.everySteps(), false),
                experiment.boundaryEpochs());
    }
}
