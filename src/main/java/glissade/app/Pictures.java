package glissade.app;

import glissade.engine.Selection;
import glissade.report.CannotDraw;
import glissade.report.Page;
import glissade.report.Report;
import glissade.report.Subject;
import glissade.run.Manifest;
import glissade.run.Ranking;
import glissade.run.Reason;
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
    private Pictures() {}

    /** Draws from the tables in a folder; what could not be drawn, and why. */
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
        if (!folder.holds(RunFolder.MANIFEST) && status.isPresent()) {
            String name = folder.experiment().name();
            return page(folder, () -> Page.unfinished(name, RunInWords.unfinished(folder, status.get())));
        }
        Manifest manifest = folder.manifest(Manifest.class);
        Selection selection = manifest.selection();
        Subject subject = new Subject(manifest.name(), selection.name(), selection.best(), ranked(folder, selection));
        // Beside each other, as either takes a second where the code is new to the JVM.
        CompletableFuture<Optional<String>> pictures = CompletableFuture.supplyAsync(() -> pictures(folder, subject));
        Optional<String> problem =
                page(folder, () -> Page.of(folder, subject, new RunInWords(folder, manifest).facts()));
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

    private static Optional<String> pictures(RunFolder folder, Subject subject) {
        try {
            new Report(folder, subject).draw();
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
    private static List<Integer> ranked(RunFolder folder, Selection selection) throws IOException {
        Table trials = folder.readParquet("trials");
        return Schemas.isReplicated(trials)
                ? Ranking.rows(trials, folder.readParquet("configurations"), selection)
                : Ranking.rows(trials, selection);
    }
}
