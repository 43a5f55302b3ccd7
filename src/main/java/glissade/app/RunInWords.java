package glissade.app;

import glissade.data.DataSummary;
import glissade.report.PageFacts;
import glissade.report.PageFacts.Fact;
import glissade.run.Manifest;
import glissade.store.Column;
import glissade.store.RunFolder;
import glissade.store.Status;
import glissade.store.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the manifest and the status of a run say, in words for its page. */
final class RunInWords {
    private final Manifest manifest;
    private final Optional<Status> status;

    RunInWords(RunFolder folder, Manifest manifest) throws IOException {
        this.manifest = manifest;
        this.status = folder.status();
    }

    PageFacts facts() {
        Map<String, Long> trainingRows = new LinkedHashMap<>();
        manifest.data()
                .forEach(source -> trainingRows.put(
                        source.summary().fingerprint(), source.summary().trainingRows()));
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("ranked by", ranking()));
        facts.add(new Fact("data", data()));
        facts.add(new Fact("plan", plan()));
        facts.add(new Fact("time", time()));
        facts.add(new Fact("versions", versions()));
        facts.add(new Fact("digest", manifest.digest()));
        return new PageFacts(
                manifest.provenance().identity(),
                description(),
                status.flatMap(RunInWords::partial).orElse(""),
                facts,
                notes(),
                trainingRows,
                "",
                noHistory());
    }

    private String description() {
        Object description = manifest.provenance().config().get("description");
        return description instanceof String text ? text : "";
    }

    /** Why this is not all that the experiment asked for; empty if it is. */
    private static Optional<String> partial(Status status) {
        if (status.state() == Status.State.SUCCEEDED) {
            return Optional.empty();
        }
        return Optional.of(
                status.state() == Status.State.RUNNING
                        ? "This run had not ended when the page was drawn; it was " + status.phase() + "."
                        : "This run ended as "
                                + status.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                                + (status.error() == null ? "." : ": " + status.error()));
    }

    /** Of a run that has left no manifest, because it goes on or was ended before its time. */
    static PageFacts unfinished(String run, Status status) {
        return new PageFacts(
                run,
                "",
                partial(status).orElse("This run has lost its manifest."),
                List.of(new Fact("started", utc(status.started()))),
                List.of(),
                Map.of(),
                "",
                noHistory());
    }

    private static Table noHistory() {
        return new Table("history", List.of(Column.text("run")));
    }

    private static String utc(String time) {
        return time.replace('T', ' ').replace("Z", " UTC");
    }

    private String ranking() {
        return manifest.selection().name().replace('.', ' ') + " at the "
                + (manifest.selection().best() ? "best" : "last") + " epoch";
    }

    private String data() {
        return manifest.data().stream().map(RunInWords::dataInWords).distinct().collect(Collectors.joining("\n"));
    }

    private static String dataInWords(Manifest.Source source) {
        DataSummary summary = source.summary();
        return source.spec().source() + ": " + Rounded.count(summary.trainingRows()) + " training, "
                + Rounded.count(summary.validationRows()) + " validation, " + Rounded.count(summary.testRows())
                + " test rows; " + Wording.number(summary.features(), "feature")
                + (summary.classes() == 0 ? "" : ", " + summary.classes() + " classes");
    }

    private String plan() {
        return Wording.number(manifest.trials(), "trial") + " in " + Wording.number(manifest.cohorts(), "cohort")
                + ", engine " + manifest.engine();
    }

    private String time() {
        String trained = Rounded.seconds(manifest.seconds()) + " of training, "
                + Rounded.rate(manifest.exampleTrials() / manifest.seconds()) + " example-trials/s";
        return status.map(all -> trained + "\nstarted " + utc(all.started())).orElse(trained);
    }

    private String versions() {
        return manifest.provenance().versions().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private List<String> notes() {
        return manifest.data().stream()
                .flatMap(source -> source.summary().notes().stream())
                .distinct()
                .toList();
    }
}
