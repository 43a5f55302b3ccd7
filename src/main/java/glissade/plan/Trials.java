package glissade.plan;

import glissade.config.Axis;
import glissade.config.Experiment;
import glissade.config.Problem;
import glissade.config.Problems;
import glissade.config.Settings;
import glissade.config.TrialConfig;
import glissade.config.TypedHash;
import glissade.data.DataSpec;
import glissade.data.Split;
import glissade.engine.Evaluation;
import glissade.engine.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * An experiment's trials, before any data is looked at.
 *
 * @param experiment whose sweep this is
 * @param all every trial once, in the order of the grid
 * @param columns the axes
 * @param points combinations of the axes, of which some may be the same trial
 * @param selection which number is meant by "best"
 * @param notes what the user should know
 */
public record Trials(
        Experiment experiment,
        List<Trial> all,
        List<SweptColumn> columns,
        long points,
        Selection selection,
        List<String> notes) {
    /** More would not fit a driver; a typing error in an axis asks for them easily. */
    public static final long MOST_POINTS = 1_000_000;

    private static final String ID_FORMAT = "glissade trial 1";
    private static final String RUN_ID_FORMAT = "glissade run 1";
    private static final int ID_DIGITS = 12;
    private static final int MOST_POINTS_REPORTED = 10;

    public Trials {
        all = List.copyOf(all);
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /** Expands the sweep; throws {@link glissade.config.InvalidExperiment} if combinations are impossible. */
    public static Trials of(Experiment experiment) {
        Problems problems = new Problems(experiment.source());
        long count = GridPoint.count(experiment.sweep());
        if (count > MOST_POINTS) {
            problems.add(new Problem(null, "sweep.grid", "expected at most 1,000,000 combinations, found "
                    + Numbers.grouped(count)));
        }
        problems.throwIfAny();
        List<GridPoint> points = GridPoint.all(experiment.sweep());
        Map<String, Trial> byId = new LinkedHashMap<>();
        SelectionRule selection = new SelectionRule(experiment);
        List<Problem> impossible = new ArrayList<>();
        for (GridPoint point : points) {
            Settings settings = experiment.at(point.values());
            try {
                Trial trial = trial(settings, point);
                selection.see(settings, trial, point);
                byId.putIfAbsent(trial.id(), trial);
            } catch (IllegalArgumentException e) {
                impossible.add(point.problem(e.getMessage()));
            }
        }
        report(impossible, problems);
        selection.report(problems);
        problems.throwIfAny();
        List<String> notes = new ArrayList<>(selection.notes());
        if (byId.size() < points.size()) {
            notes.add(Numbers.grouped(points.size()) + " combinations give " + Numbers.grouped(byId.size())
                    + " different trials; each is trained once");
        }
        Selection best = selection.selection();
        List<Trial> all = byId.values().stream().map(trial -> trial.measuredFor(best)).toList();
        List<SweptColumn> columns = new ArrayList<>();
        for (Axis<?> axis : experiment.sweep().grid()) {
            columns.add(SweptColumn.of(axis));
        }
        return new Trials(experiment, all, columns, points.size(), best, notes);
    }

    private static Trial trial(Settings settings, GridPoint point) {
        TrialConfig config = TrialConfig.of(settings);
        if (config.watches(Split.VALIDATION) && config.data().validation() == 0) {
            throw new IllegalArgumentException(
                    "training.schedule.metric is on held-out rows and data.validation holds none out");
        }
        String id = settings.identity(ID_FORMAT, ID_DIGITS);
        return new Trial(
                id,
                point.swept(settings),
                config.data(),
                config.model(),
                config.training(),
                new Evaluation(
                        config.evaluate().trainInFull(),
                        config.evaluate().testEachEpoch() || config.watches(Split.TEST),
                        config.evaluate().layers()),
                config.seed());
    }

    private static void report(List<Problem> impossible, Problems problems) {
        impossible.stream().limit(MOST_POINTS_REPORTED).forEach(problems::add);
        int more = impossible.size() - MOST_POINTS_REPORTED;
        if (more > 0) {
            problems.add(new Problem(null, "sweep.grid", "and " + more + " more such combinations"));
        }
    }

    /** The data sets the trials want, in the order of their first trial. */
    public List<DataSpec> data() {
        return all.stream().map(Trial::data).distinct().toList();
    }

    /**
     * Names a run: a hash over the trials, what "best" means, the pinned number of shards and a fingerprint of the data that
     * is cheap to have. Where trials ended up equal, how the sweep was written makes no difference.
     */
    public String runId(String cheapDataFingerprint) {
        TypedHash hash = new TypedHash(RUN_ID_FORMAT);
        hash.list(columns.size());
        columns.forEach(column -> hash.text(column.path()));
        hash.list(all.size());
        all.stream().map(Trial::id).sorted().forEach(hash::text);
        hash.text(selection.split().name());
        hash.text(selection.measure().name());
        hash.whole(selection.best() ? 1 : 0);
        OptionalInt shards = experiment.shards();
        hash.whole(shards.isPresent() ? shards.getAsInt() : 0);
        return hash.text(cheapDataFingerprint).hex(ID_DIGITS);
    }
}
