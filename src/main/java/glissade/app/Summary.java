package glissade.app;

import glissade.engine.LaneResult;
import glissade.gate.GateReport;
import glissade.run.Manifest;
import glissade.run.Ranking;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How a run ended, read from its folder: leaderboard, counts, speed, digest, where things are. */
final class Summary {
    private static final String UNFINISHED = LaneResult.Status.UNFINISHED.name().toLowerCase(Locale.ROOT);

    private final RunFolder folder;
    private final String experiment;
    private final Manifest manifest;
    private final Table trials;
    /** Null where trials are ranked. */
    private final Table configurations;

    /** Of the run in a folder; the experiment as the user calls it. */
    Summary(RunFolder folder, String experiment) throws IOException {
        this.folder = folder;
        this.experiment = experiment;
        this.manifest = folder.manifest(Manifest.class);
        this.trials = folder.readParquet("trials");
        this.configurations = Schemas.isReplicated(trials) ? folder.readParquet("configurations") : null;
    }

    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(board());
        lines.add("");
        lines.add(field("ranked by", ranking()));
        lines.add(field(
                "trained",
                counts() + " in " + Rounded.seconds(manifest.seconds()) + ", "
                        + Rounded.rate(manifest.exampleTrials() / manifest.seconds()) + " example-trials/s, engine "
                        + manifest.engine()));
        lines.add(field(
                "digest", manifest.digest() == null ? "none yet: the run ended before its time" : manifest.digest()));
        folder.json(RunFolder.GATE, GateReport.class).ifPresent(report -> addGate(new GateText(report), lines));
        lines.add(field("results", folder.location()));
        lines.add(field("", contents()));
        lines.add(field("next", "submit/glissade run " + experiment + " --set KEY=VALUE    tries something else"));
        lines.add(
                field("", "submit/glissade keys" + " ".repeat(experiment.length() + 15) + "    lists what can be set"));
        lines.add("");
        return lines;
    }

    private static void addGate(GateText gate, List<String> lines) {
        lines.add(field("gate", gate.verdict()));
        gate.broken().forEach(reason -> lines.add(field("", reason)));
        String name = "changed";
        for (String change : gate.changes()) {
            lines.add(field(name, change));
            name = "";
        }
    }

    /** The selected number of the best trial, or of the best configuration's mean. */
    String best() {
        if (configurations != null) {
            return Rounded.metric(configurations.real(0, configurations.column(Schemas.MEAN)));
        }
        int first = Ranking.rows(trials, manifest.selection()).get(0);
        return Rounded.metric(trials.real(first, trials.column(Ranking.column(manifest.selection()))));
    }

    Manifest manifest() {
        return manifest;
    }

    private List<String> board() {
        return configurations == null
                ? new Leaderboard(trials, manifest.selection()).lines()
                : new ConfigurationBoard(configurations, manifest.selection()).lines();
    }

    private String contents() throws IOException {
        return (configurations == null ? "" : "configurations.csv, ")
                + "trials.csv, curves.csv (in Parquet too)"
                + (folder.holds(RunFolder.MODEL) ? "; model/ is the best trial" : "")
                + (folder.holds(RunFolder.REPORT) ? "; report/index.html shows it all" : "");
    }

    private String ranking() {
        return (configurations == null ? "" : "mean ") + manifest.selection().name() + " at the "
                + (manifest.selection().best() ? "best" : "last") + " epoch";
    }

    private String counts() {
        String troubles = Wording.troubles(manifest.diverged(), manifest.failed());
        String trialsAsked = Wording.number(manifest.trials(), "trial");
        return (manifest.digest() == null ? ended() + " of " + trialsAsked + " to the end" : trialsAsked)
                + (troubles.isEmpty() ? "" : " (" + troubles + ")");
    }

    private long ended() {
        int status = trials.column(Schemas.STATUS);
        return IntStream.range(0, trials.rows())
                .filter(row -> !trials.text(row, status).equals(UNFINISHED))
                .count();
    }

    private static String field(String name, String value) {
        return "  " + name + " ".repeat(11 - name.length()) + value;
    }
}
