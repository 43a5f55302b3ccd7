package glissade.plan;

import glissade.config.Axis;
import glissade.config.EvaluationConfig;
import glissade.config.Experiment;
import glissade.config.Problem;
import glissade.config.Problems;
import glissade.config.Settings;
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

/** Turns every point of a sweep into a trial, each trial once. */
final class SweepExpansion {
    /** More would not fit a driver; a slip in an axis asks for them easily. */
    static final long MOST_POINTS = 1_000_000;

    private static final String ID_FORMAT = "glissade trial 1";
    private static final int ID_DIGITS = 12;
    private static final int MOST_REPORTED = 10;

    /** A point that can be trained. */
    private record PossiblePoint(GridPoint point, Settings settings, TrialConfig config) {}

    private final Experiment experiment;
    private final Problems problems;
    private final SelectionRule selectionRule;

    SweepExpansion(Experiment experiment) {
        this.experiment = experiment;
        this.problems = new Problems(experiment.source());
        this.selectionRule = new SelectionRule(experiment);
    }

    Trials trials() {
        List<PossiblePoint> points = possiblePoints();
        selectionRule.report(problems);
        problems.throwIfAny();
        Selection selection = selectionRule.selection();
        Map<String, Trial> byId = new LinkedHashMap<>();
        for (PossiblePoint point : points) {
            Trial trial = trial(point, selection);
            byId.putIfAbsent(trial.id(), trial);
        }
        List<String> notes = new ArrayList<>(selectionRule.notes());
        if (byId.size() < points.size()) {
            notes.add(Numbers.grouped(points.size()) + " combinations give " + Numbers.grouped(byId.size())
                    + " different trials; each is trained once");
        }
        List<SweptColumn> columns = new ArrayList<>();
        for (Axis<?> axis : experiment.sweep().grid()) {
            columns.add(SweptColumn.of(axis));
        }
        return new Trials(experiment, List.copyOf(byId.values()), columns, points.size(), selection, notes);
    }

    private List<PossiblePoint> possiblePoints() {
        long count = GridPoint.count(experiment.sweep());
        if (count > MOST_POINTS) {
            String message = "expected at most 1,000,000 combinations, found " + Numbers.grouped(count);
            problems.add(new Problem(null, "sweep.grid", message));
            problems.throwIfAny();
        }
        List<PossiblePoint> possible = new ArrayList<>();
        List<Problem> impossible = new ArrayList<>();
        for (GridPoint point : GridPoint.all(experiment.sweep())) {
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
            problems.add(new Problem(null, "sweep.grid", more));
        }
        return possible;
    }

    private Trial trial(PossiblePoint point, Selection selection) {
        TrialConfig config = point.config();
        return new Trial(
                id(point.settings(), config, selection),
                point.point().swept(point.settings()),
                config.data(),
                config.model(),
                config.training(),
                evaluation(config, selection),
                config.seed());
    }

    /** The selected number is no part of what a trial is, unless the trial ends when that number gets no better. */
    private static String id(Settings settings, TrialConfig config, Selection selection) {
        TypedHash hash = new TypedHash(ID_FORMAT);
        settings.writeIdentity(hash);
        if (config.training().stop().patience() > 0) {
            hash.text(selection.name());
        }
        return hash.hex(ID_DIGITS);
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
                new StepRecord(experiment.everySteps(), false));
    }
}
