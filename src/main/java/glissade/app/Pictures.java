package glissade.app;

import glissade.engine.Selection;
import glissade.report.CannotDraw;
import glissade.report.Page;
import glissade.report.PageFacts;
import glissade.report.Report;
import glissade.report.StoredTables;
import glissade.report.Subject;
import glissade.run.Manifest;
import glissade.run.Ranking;
import glissade.run.Reason;
import glissade.run.UnfinishedRun;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Status;
import glissade.store.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Draws a run's report. A run is done and stays so whether or not it can be drawn. */
final class Pictures {
    private final RunFolder folder;
    private final StoredTables tables;
    private final Subject subject;

    /** Into a folder, from tables that may lie elsewhere. */
    private Pictures(RunFolder folder, RunFolder tables, Manifest manifest) throws IOException {
        Selection selection = manifest.selection();
        this.folder = folder;
        this.tables = new StoredTables(tables);
        this.subject = new Subject(manifest.name(), selection.name(), selection.best(), ranked(selection));
    }

    /** Draws from the tables in a folder, or while there are none from its checkpoints; what could not be drawn, and why. */
    static Optional<String> draw(RunFolder folder) throws IOException {
        Optional<String> problem = drawn(folder);
        Optional<String> unlisted = listed(folder);
        return problem.isPresent() ? problem : unlisted;
    }

    private static Optional<String> listed(RunFolder folder) {
        try {
            folder.seal();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the pictures are drawn, but not listed with their checksums (" + Reason.of(e) + ")");
        }
    }

    private static Optional<String> drawn(RunFolder folder) throws IOException {
        Optional<Status> status = folder.status();
        boolean stored = folder.holds(RunFolder.MANIFEST);
        if (status.isPresent() && (!stored || status.get().state() == Status.State.RUNNING)) {
            Optional<UnfinishedRun> run = UnfinishedRun.of(folder);
            if (run.isPresent() && run.get().known() > 0) {
                return sketch(folder, run.get());
            }
            if (!stored) {
                return page(folder, () -> nothing(folder, status.get(), run));
            }
        }
        Manifest manifest = folder.manifest(Manifest.class);
        return new Pictures(folder, folder, manifest)
                .draw(() -> new RunInWords(folder, manifest, Optional.empty()).facts());
    }

    private static Page nothing(RunFolder folder, Status status, Optional<UnfinishedRun> run) throws IOException {
        PageFacts facts = run.isEmpty()
                ? RunInWords.unfinished(folder, status)
                : new RunInWords(folder, run.get().manifest(), run).facts();
        return Page.unfinished(folder.experiment().name(), facts);
    }

    /** By way of a temporary folder, as the tables of a run are its own to write. */
    private static Optional<String> sketch(RunFolder folder, UnfinishedRun run) throws IOException {
        try (TemporaryFolder temporary = new TemporaryFolder()) {
            RunFolder tables = folder.elsewhere(temporary.location());
            run.write(tables);
            return new Pictures(folder, tables, run.manifest())
                    .draw(() -> new RunInWords(folder, run.manifest(), Optional.of(run)).facts());
        }
    }

    /** What a page says that is not in tables. */
    private interface Words {
        PageFacts facts() throws IOException;
    }

    /** The page and the pictures beside each other, as either takes a second where the code is new to the JVM. */
    private Optional<String> draw(Words words) {
        CompletableFuture<Optional<String>> pictures = CompletableFuture.supplyAsync(this::pictures);
        Optional<String> problem = page(folder, () -> Page.of(tables, subject, words.facts()));
        Optional<String> other = pictures.join();
        return problem.isPresent() ? problem : other;
    }

    /** A page that is yet to be made. */
    private interface Draft {
        Page page() throws IOException;
    }

    private static Optional<String> page(RunFolder folder, Draft draft) {
        try {
            draft.page().draw(folder);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("no report: cannot write to " + folder.location() + "/report (" + Reason.of(e) + ")");
        } catch (RuntimeException e) {
            // Tables of another version, perhaps; whatever it is, the run is done.
            return Optional.of("no report: cannot draw what is in " + folder.location() + " (" + Reason.of(e) + ")");
        }
    }

    private Optional<String> pictures() {
        try {
            new Report(tables, subject).draw(folder);
            return Optional.empty();
        } catch (CannotDraw e) {
            return Optional.of("no pictures: this Java cannot draw (" + Reason.of(e)
                    + "); a JDK that is not headless and a font are enough, then: submit/glissade report "
                    + folder.location());
        } catch (IOException e) {
            return Optional.of("no pictures: cannot write to " + folder.location() + "/report (" + Reason.of(e) + ")");
        }
    }

    /** In the order of the leaderboard, so that the first is the trial of the model. */
    private List<Integer> ranked(Selection selection) throws IOException {
        Table trials = tables.table("trials");
        return Schemas.isReplicated(trials)
                ? Ranking.rows(trials, tables.table("configurations"), selection)
                : Ranking.rows(trials, selection);
    }
}
