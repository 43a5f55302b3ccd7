package glissade.app;

import glissade.formula.MathText;
import glissade.gate.GateReport;
import glissade.report.PageFacts;
import glissade.report.PageFacts.Fact;
import glissade.run.Manifest;
import glissade.run.UnfinishedRun;
import glissade.store.HistorySchema;
import glissade.store.Pulse;
import glissade.store.RunFolder;
import glissade.store.Status;
import glissade.store.Table;
import glissade.store.UtcTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the manifest, the status and the gate of a run say, in words for its page. */
final class RunInWords {
    private final RunFolder folder;
    private final Manifest manifest;
    private final Optional<Status> status;
    private final Optional<GateReport> gate;
    private final Optional<UnfinishedRun> part;

    /** With what the checkpoints say, where there is nothing else. */
    RunInWords(RunFolder folder, Manifest manifest, Optional<UnfinishedRun> part) throws IOException {
        this.folder = folder;
        this.manifest = manifest;
        this.status = folder.status();
        this.part = part;
        this.gate = folder.json(RunFolder.GATE, GateReport.class);
    }

    PageFacts facts() throws IOException {
        Map<String, Long> trainingRows = new LinkedHashMap<>();
        for (Manifest.Source source : manifest.data()) {
            trainingRows.put(source.summary().fingerprint(), source.summary().trainingRows());
        }
        return new PageFacts(
                folder.name(),
                started(),
                description(),
                partial(),
                comparison(),
                lines(),
                warnings(),
                notes(),
                trainingRows,
                MathText.html(manifest.mathematics()),
                earlier());
    }

    private List<Fact> lines() {
        List<Fact> lines = new ArrayList<>();
        lines.add(new Fact("ranked by", ranking()));
        lines.add(new Fact("data", new DataInWords(manifest.data()).lines()));
        lines.add(new Fact("plan", plan()));
        lines.add(new Fact("time", time()));
        gate.map(GateText::new).ifPresent(text -> lines.add(new Fact("gate", text.verdict())));
        lines.add(new Fact("versions", versions()));
        lines.add(new Fact("digest", manifest.digest() == null ? "none, as results are missing" : manifest.digest()));
        return lines;
    }

    private String started() {
        return status.map(Status::started).orElse("");
    }

    private String description() {
        Object description = manifest.provenance().config().get("description");
        return description instanceof String text ? text : "";
    }

    /** With the run that the gate held it against. */
    private String comparison() {
        if (gate.isEmpty() || gate.get().baselineBest() == null || gate.get().drop() == null) {
            return "";
        }
        double drop = gate.get().drop();
        String how = drop == 0
                ? "exactly as good as"
                : Rounded.metric(Math.abs(drop)) + (drop > 0 ? " worse than" : " better than");
        return "That is " + how + " the baseline " + gate.get().baseline() + " ("
                + Rounded.metric(gate.get().baselineBest()) + ").";
    }

    /** Why this is not all that the experiment asked for; empty if it is. */
    private String partial() throws IOException {
        if (status.isEmpty() || status.get().isTrained()) {
            return "";
        }
        return Stream.of(why(status.get(), Pulse.of(status.get(), folder.lastSign())), how())
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining(" "));
    }

    /** How much of it there is. */
    private String how() throws IOException {
        String all = " of " + Wording.number(manifest.trials(), "trial");
        if (part.isEmpty()) {
            int missing = manifest.trials() - folder.readParquet("trials").rows();
            return missing == 0 ? "" : Rounded.count(missing) + all + (missing == 1 ? " is" : " are") + " missing.";
        }
        int ended = part.get().ended();
        int begun = part.get().known() - ended;
        int unknown = manifest.trials() - ended - begun;
        return Rounded.count(ended) + all + (ended == 1 ? " has" : " have") + " ended"
                + (begun == 0
                        ? ""
                        : "; " + Rounded.count(begun) + (begun == 1 ? " is" : " are")
                                + " shown as at the last checkpoint")
                + (unknown == 0 ? "." : "; nothing is known yet of " + Rounded.count(unknown) + ".");
    }

    private static String why(Status status, Pulse pulse) {
        String error = status.error() == null ? "." : ": " + status.error() + ".";
        return switch (status.state()) {
            case RUNNING ->
                pulse == Pulse.STALE
                        ? "The process of this run is gone, without a word; its phase was " + status.phase()
                                + ". The same command goes on with it."
                        : "This run had not ended when the page was drawn; its phase was " + status.phase() + ".";
            case FAILED -> "This run failed" + error;
            case INTERRUPTED -> "This run was interrupted" + error;
            default -> "This run ended early, as " + status.state().text() + error;
        };
    }

    /** Of a run that has left no manifest, because it goes on or was ended before its time. */
    static PageFacts unfinished(RunFolder folder, Status status) throws IOException {
        return new PageFacts(
                folder.name(),
                status.started(),
                "",
                status.isTrained()
                        ? "This run has lost its manifest."
                        : why(status, Pulse.of(status, folder.lastSign())),
                "",
                List.of(new Fact("started", utc(status.started()))),
                List.of(),
                List.of(),
                Map.of(),
                "",
                HistorySchema.table());
    }

    /** The runs that had ended when this one began, as a page does not change by those that come later. */
    private Table earlier() throws IOException {
        Table history = folder.experiment().history();
        Table earlier = HistorySchema.table();
        int end = history.column(HistorySchema.ENDED);
        for (int row = 0; row < history.rows(); row++) {
            boolean own = folder.name().equals(history.text(row, history.column(HistorySchema.RUN)));
            if (!own && !history.isEmpty(row, end) && history.text(row, end).compareTo(started()) <= 0) {
                earlier.add(history.row(row));
            }
        }
        return earlier;
    }

    private static String utc(String time) {
        return UtcTime.toSeconds(time).replace('T', ' ').replace("Z", " UTC");
    }

    private String ranking() {
        return manifest.selection().name().replace('.', ' ') + " at the "
                + (manifest.selection().best() ? "best" : "last") + " epoch";
    }

    private String plan() {
        return Wording.number(manifest.trials(), "trial") + " in " + Wording.number(manifest.cohorts(), "cohort")
                + "\nengine " + manifest.engine();
    }

    private String time() {
        String started = status.map(all -> "started " + utc(all.started())).orElse("");
        if (part.isPresent()) {
            return started;
        }
        String trained = Rounded.seconds(manifest.seconds()) + " of training\n"
                + Rounded.rate(manifest.exampleTrials() / manifest.seconds()) + " example-trials/s";
        return started.isEmpty() ? trained : trained + "\n" + started;
    }

    private String versions() {
        return manifest.provenance().versions().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(
                gate.map(report -> new GateText(report).broken()).orElse(List.of()));
        new DataInWords(manifest.data()).mixture(manifest.selection()).ifPresent(warnings::add);
        return warnings;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (manifest.continued() > 0) {
            notes.add("This run was interrupted and continued " + times(manifest.continued())
                    + "; its results are, bit for bit, those of a run that was not.");
        }
        manifest.data().stream()
                .flatMap(source -> source.summary().notes().stream())
                .distinct()
                .forEach(notes::add);
        return notes;
    }

    private static String times(int count) {
        return count == 1 ? "once" : Rounded.count(count) + " times";
    }
}
