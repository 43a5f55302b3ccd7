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

/** Draws a run's report. A run is done and stays so whether or not it can be drawn. */
final class Pictures {
    private Pictures() {}

    /** Draws from the tables in a folder; why there are no pictures, if there are none. */
    static Optional<String> draw(RunFolder folder) throws IOException {
        Optional<Status> status = folder.status();
        if (!folder.holds(RunFolder.MANIFEST) && status.isPresent()) {
            return drawUnfinished(folder, status.get());
        }
        Manifest manifest = folder.manifest(Manifest.class);
        Selection selection = manifest.selection();
        Subject subject = new Subject(manifest.name(), selection.name(), selection.best(), ranked(folder, selection));
        try {
            Page.of(folder, subject, new RunInWords(folder, manifest).facts()).draw(folder);
            new Report(folder, subject).draw();
            return Optional.empty();
        } catch (CannotDraw e) {
            return Optional.of("no pictures: this Java cannot draw (" + Reason.of(e)
                    + "); a JDK that is not headless and a font are enough, then: submit/glissade report "
                    + folder.location());
        } catch (IOException e) {
            return Optional.of("no report: cannot write to " + folder.location() + "/report (" + Reason.of(e) + ")");
        }
    }

    /** A page without results, which says so. */
    private static Optional<String> drawUnfinished(RunFolder folder, Status status) throws IOException {
        String[] names = folder.location().split("/");
        String name = names.length < 2 ? folder.location() : names[names.length - 2];
        Page.unfinished(name, RunInWords.unfinished(names[names.length - 1], status))
                .draw(folder);
        return Optional.empty();
    }

    /** In the order of the leaderboard, so that the first is the trial of the model. */
    private static List<Integer> ranked(RunFolder folder, Selection selection) throws IOException {
        Table trials = folder.readParquet("trials");
        return Schemas.isReplicated(trials)
                ? Ranking.rows(trials, folder.readParquet("configurations"), selection)
                : Ranking.rows(trials, selection);
    }
}
