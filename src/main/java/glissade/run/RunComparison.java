package glissade.run;

import glissade.gate.Change;
import glissade.gate.RunFacts;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A run beside another one, its baseline. A number that does not exist is null.
 *
 * @param run the one
 * @param baseline the other
 * @param rankedBy the number that ranks the trials of the run
 * @param better by how much the run's best is better than the baseline's, negative where it is worse; null where the baseline is
 *     ranked by another number
 * @param noise how large a difference may be by chance, as replicates tell; 0 where there are none
 * @param outcome better, worse, within-noise, same, or not-comparable
 * @param sameDigest whether all results are the same, bit for bit; not so where a run has ended before its time, without one
 * @param changes what is different, and so may be why results are
 * @param metrics losses and accuracies of the best trial of each
 * @param trials how many trials are in both, with the same bits or others, and in one only
 */
public record RunComparison(
        Side run,
        Side baseline,
        String rankedBy,
        Double better,
        double noise,
        String outcome,
        boolean sameDigest,
        List<Change> changes,
        List<Pair> metrics,
        Trials trials) {

    /** One of the two. */
    public record Side(
            String location,
            String run,
            String started,
            String digest,
            String trial,
            Double best,
            int trials,
            int diverged,
            int failed,
            long rows,
            double seconds) {
        private static Side of(FinishedRun run) {
            Manifest manifest = run.manifest();
            return new Side(
                    run.folder().location(),
                    run.folder().name(),
                    run.started(),
                    manifest.digest(),
                    run.best().orElse(null),
                    number(run.facts().best()),
                    manifest.trials(),
                    manifest.diverged(),
                    manifest.failed(),
                    run.data().stream().mapToLong(data -> data.trainingRows()).sum(),
                    manifest.seconds());
        }
    }

    /** A number of both. */
    public record Pair(String name, Double run, Double baseline) {}

    /** How many trials are where. */
    public record Trials(int same, int different, int onlyInRun, int onlyInBaseline) {}

    /** With the keys that may change results. */
    public static RunComparison of(FinishedRun run, FinishedRun baseline, Predicate<String> shapesResults) {
        RunFacts now = run.facts();
        RunFacts before = baseline.facts();
        double better = -now.dropFrom(before) + 0.0;
        double noise = now.noiseBeside(before);
        return new RunComparison(
                Side.of(run),
                Side.of(baseline),
                run.selection().name(),
                number(better),
                noise,
                outcome(better, noise),
                run.hasDigestOf(baseline),
                Change.between(run.origin(shapesResults), baseline.origin(shapesResults)),
                pairs(run, baseline),
                trials(run.trials(), baseline.trials()));
    }

    private static Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static String outcome(double better, double noise) {
        if (Double.isNaN(better)) {
            return "not-comparable";
        }
        if (better == 0) {
            return "same";
        }
        return Math.abs(better) <= noise ? "within-noise" : better > 0 ? "better" : "worse";
    }

    private static List<Pair> pairs(FinishedRun run, FinishedRun baseline) {
        List<Pair> pairs = new ArrayList<>();
        for (String split : List.of("train", "validation", "test")) {
            for (String metric : List.of("loss", "accuracy")) {
                Double now = number(run.ofBest(split, metric));
                Double before = number(baseline.ofBest(split, metric));
                if (now != null || before != null) {
                    pairs.add(new Pair(split + "." + metric, now, before));
                }
            }
        }
        return pairs;
    }

    private static Trials trials(Table now, Table before) {
        NavigableSet<String> ids = new TreeSet<>(ids(now));
        List<String> old = ids(before);
        List<String> both = old.stream().filter(ids::contains).toList();
        int same = (int) both.stream()
                .filter(id -> StoredTrial.difference(before, now, id) == null)
                .count();
        return new Trials(same, both.size() - same, ids.size() - both.size(), old.size() - both.size());
    }

    private static List<String> ids(Table trials) {
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < trials.rows(); row++) {
            ids.add(trials.text(row, trials.column(Schemas.TRIAL_ID)));
        }
        return ids;
    }
}
