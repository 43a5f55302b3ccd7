package glissade.app;

import glissade.report.CannotDraw;
import glissade.report.Report;
import glissade.report.Subject;
import glissade.run.Manifest;
import glissade.run.Ranking;
import glissade.run.Reason;
import glissade.store.RunFolder;
import java.io.IOException;
import java.util.Optional;

/** Draws a run's report. A run is done and stays so whether or not it can be drawn. */
final class Pictures {
    private Pictures() {}

    /** Draws from the tables in a folder; why there are no pictures, if there are none. */
    static Optional<String> draw(RunFolder folder) throws IOException {
        Manifest manifest = folder.manifest(Manifest.class);
        Subject subject = new Subject(
                manifest.name(),
                manifest.selection().name(),
                manifest.selection().best(),
                Ranking.rows(folder.readParquet("trials"), manifest.selection()));
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
}
