package glissade.run;

import glissade.data.DataSummary;
import glissade.engine.Selection;
import glissade.gate.Measurements;
import glissade.gate.Measurements.Measured;
import glissade.gate.MetricRule;
import glissade.gate.Origin;
import glissade.gate.RunFacts;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Status;
import glissade.store.Table;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A run whose tables are written, as those see it who hold runs against each other. */
public final class FinishedRun {
    private final RunFolder folder;
    /** UTC; empty where it is not known. */
    private final String started;

    private final Manifest manifest;
    private final Table trials;
    /** Null where trials are ranked. */
    private final Table configurations;
    /** Null where no numbers of predictions were kept. */
    private final Table metrics;

    public FinishedRun(RunFolder folder) throws IOException {
        this.folder = folder;
        this.started = folder.status().map(Status::started).orElse("");
        this.manifest = folder.manifest(Manifest.class);
        this.trials = folder.readParquet("trials");
        this.configurations = Schemas.isReplicated(trials) ? folder.readParquet("configurations") : null;
        this.metrics = folder.holds("metrics.parquet") ? folder.readParquet("metrics") : null;
    }

    public RunFolder folder() {
        return folder;
    }

    public Manifest manifest() {
        return manifest;
    }

    public Table trials() {
        return trials;
    }

    public List<DataSummary> data() {
        return manifest.data().stream().map(Manifest.Source::summary).toList();
    }

    /** Whether both have the same; a run that has ended before its time has none. */
    boolean hasDigestOf(FinishedRun other) {
        return manifest.digest() != null && manifest.digest().equals(other.manifest.digest());
    }

    /** With the keys that may change results. */
    public Origin origin(Predicate<String> shapesResults) {
        Map<String, Object> config = new TreeMap<>(manifest.provenance().config());
        config.keySet().removeIf(shapesResults.negate());
        return new Origin(data(), config, manifest.provenance().versions());
    }

    /** The id of the best trial, or of the best configuration; empty if there is none. */
    public Optional<String> best() {
        if (configurations != null) {
            return configurations.rows() == 0
                    ? Optional.empty()
                    : Optional.of(configurations.text(0, configurations.column(Schemas.CONFIGURATION)));
        }
        return Ranking.rows(trials, selection()).stream()
                .findFirst()
                .map(row -> trials.text(row, trials.column(Schemas.TRIAL_ID)));
    }

    /** Its numbers. */
    public RunFacts facts() {
        double best = Double.NaN;
        double noise = 0;
        if (configurations != null && configurations.rows() > 0) {
            best = configurations.real(0, configurations.column(Schemas.MEAN));
            double high = configurations.real(0, configurations.column(Schemas.HIGH));
            double half = high - best;
            noise = Double.isNaN(half) ? 0 : half;
        } else if (configurations == null) {
            best = mean(bestRows(), Ranking.column(selection()));
        }
        return new RunFacts(
                folder.name(),
                selection(),
                best,
                noise,
                manifest.trials(),
                manifest.diverged(),
                manifest.failed(),
                manifest.elapsed());
    }

    public Selection selection() {
        return manifest.selection();
    }

    /** Its numbers by trial: losses and accuracies of every one, others of those whose predictions were kept. */
    public Measurements measurements() {
        return rule -> {
            List<Integer> rows = rule.trial().isEmpty() ? bestRows() : rowsOf(rule.trial());
            if (rows.isEmpty()) {
                return Measured.nothing(
                        rule.trial().isEmpty() ? "no trial has a result" : "no trial begins with " + rule.trial());
            }
            if (!rule.isOfEveryTrial()) {
                return ofPredictions(rule, rows);
            }
            return Measured.of(mean(rows, column(split(rule), rule.metric())));
        };
    }

    /** A loss or an accuracy of the best trial, or the mean of the best configuration's; NaN where it was not measured. */
    double ofBest(String split, String metric) {
        return mean(bestRows(), column(split, metric));
    }

    private String column(String split, String metric) {
        return (selection().best() ? "best_" : "final_") + split + "_" + metric;
    }

    String started() {
        return started;
    }

    /** Of the best configuration its sound replicates; of trials that compete by themselves the best one. */
    private List<Integer> bestRows() {
        if (configurations == null) {
            return Ranking.rows(trials, selection()).stream().limit(1).toList();
        }
        int status = trials.column(Schemas.STATUS);
        int of = trials.column(Schemas.CONFIGURATION);
        String id = best().orElse("");
        return IntStream.range(0, trials.rows())
                .filter(row -> trials.text(row, of).equals(id))
                .filter(row -> !trials.text(row, status).equals(TrialOutcome.DIVERGED)
                        && !trials.text(row, status).equals(TrialOutcome.FAILED))
                .boxed()
                .toList();
    }

    private List<Integer> rowsOf(String beginning) {
        int id = trials.column(Schemas.TRIAL_ID);
        return IntStream.range(0, trials.rows())
                .filter(row -> trials.text(row, id).startsWith(beginning))
                .boxed()
                .toList();
    }

    private double mean(List<Integer> rows, String column) {
        int place = trials.column(column);
        return rows.stream()
                .mapToDouble(row -> trials.real(row, place))
                .average()
                .orElse(Double.NaN);
    }

    /** Predictions are kept of one trial of a configuration. */
    private Measured ofPredictions(MetricRule rule, List<Integer> rows) {
        int id = trials.column(Schemas.TRIAL_ID);
        List<String> ids = rows.stream().map(row -> trials.text(row, id)).toList();
        for (int row = 0; metrics != null && row < metrics.rows(); row++) {
            String ofClass = metrics.text(row, metrics.column("class"));
            boolean meant = ids.contains(metrics.text(row, metrics.column(Schemas.TRIAL_ID)))
                    && metrics.text(row, metrics.column("split")).equals(split(rule))
                    && metrics.text(row, metrics.column("metric")).equals(rule.metric())
                    && (ofClass == null ? "" : ofClass).equals(rule.ofClass());
            if (meant) {
                return Measured.of(metrics.real(row, metrics.column("value")));
            }
        }
        return Measured.nothing("predictions of " + (rule.trial().isEmpty() ? "the best trial" : "this trial")
                + " have no such number; output.details says of how many trials they are kept");
    }

    private static String split(MetricRule rule) {
        return rule.split().name().toLowerCase(Locale.ROOT);
    }
}
