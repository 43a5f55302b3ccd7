package glissade.app;

import glissade.config.TextTable;
import glissade.gate.Change;
import glissade.run.RunComparison;
import glissade.run.RunComparison.Side;
import glissade.store.UtcTime;
import java.util.List;

/** Two runs side by side, for reading. */
final class ComparisonText {
    private static final int DIGITS = 12;

    private final RunComparison comparison;

    ComparisonText(RunComparison comparison) {
        this.comparison = comparison;
    }

    String render() {
        Side run = comparison.run();
        Side baseline = comparison.baseline();
        TextTable table = new TextTable("", "run", "baseline");
        table.row("id", run.run(), baseline.run());
        table.row("started", UtcTime.toSeconds(run.started()), UtcTime.toSeconds(baseline.started()));
        table.row("best " + comparison.rankedBy(), number(run.best()), number(baseline.best()));
        table.row("by", text(run.trial()), text(baseline.trial()));
        comparison.metrics().forEach(pair -> table.row(pair.name(), number(pair.run()), number(pair.baseline())));
        table.row("training rows", Rounded.count(run.rows()), Rounded.count(baseline.rows()));
        table.row("trials", trials(run), trials(baseline));
        table.row("trained in", Rounded.seconds(run.seconds()), Rounded.seconds(baseline.seconds()));
        table.row("digest", digits(run.digest()), digits(baseline.digest()));
        StringBuilder text = new StringBuilder("\n" + indented(table.render()) + "\n");
        text.append("  ").append(outcome()).append('\n');
        text.append("  ").append(trialsInWords()).append('\n');
        changes(text);
        return text.append('\n').toString();
    }

    private static String indented(String text) {
        return "  " + text.stripTrailing().replace("\n", "\n  ") + "\n";
    }

    private static String number(Double value) {
        return value == null ? "-" : Rounded.metric(value);
    }

    private static String text(String value) {
        return value == null ? "-" : value;
    }

    private static String digits(String digest) {
        return digest == null ? "-" : digest.substring(0, Math.min(DIGITS, digest.length()));
    }

    private static String trials(Side side) {
        String troubles = Wording.troubles(side.diverged(), side.failed());
        return Rounded.count(side.trials()) + (troubles.isEmpty() ? "" : " (" + troubles + ")");
    }

    private String outcome() {
        String name = comparison.rankedBy();
        String chance = comparison.noise() > 0
                ? "; up to " + Rounded.metric(comparison.noise()) + " may be chance, as replicates tell"
                : "";
        return switch (comparison.outcome()) {
            case "same" -> name + " is the same";
            case "not-comparable" ->
                name + " cannot be held against the baseline, which lacks it or is ranked by another";
            default ->
                name + " is " + Rounded.metric(Math.abs(comparison.better()))
                        + (comparison.better() > 0 ? " better" : " worse") + chance
                        + (comparison.outcome().equals("within-noise") ? ": they cannot be told apart" : "");
        };
    }

    private String trialsInWords() {
        RunComparison.Trials trials = comparison.trials();
        return "trials: " + Rounded.count(trials.same()) + " with the same bits, " + Rounded.count(trials.different())
                + " with others, " + Rounded.count(trials.onlyInRun()) + " new, "
                + Rounded.count(trials.onlyInBaseline()) + " gone";
    }

    private void changes(StringBuilder text) {
        List<Change> changes = comparison.changes();
        if (comparison.sameDigest()) {
            text.append("  same digest: all results are the same, bit for bit\n");
        } else {
            text.append("  another digest; changed: ")
                    .append(changes.isEmpty() ? "neither data, config, code nor runtime" : Change.kinds(changes))
                    .append('\n');
        }
        changes.forEach(
                change -> text.append("  ").append(GateText.line(change)).append('\n'));
    }
}
