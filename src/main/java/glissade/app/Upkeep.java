package glissade.app;

import glissade.store.Damaged;
import glissade.store.Inspection;
import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Looks after the files of runs that have ended, before their results are used again. */
final class Upkeep {
    private Upkeep() {}

    /** Mends what can be mended, and says so; throws {@link DamagedRun} if something cannot. */
    static Inspection of(RunFolder folder, PrintWriter err) throws IOException {
        Inspection found = folder.inspect(true);
        found.mended().forEach(err::println);
        if (!found.lost().isEmpty()) {
            throw new DamagedRun(folder, found.lost());
        }
        return found;
    }

    /** Says what is drawn again, and why. */
    static void tellOfDrawn(Inspection found, PrintWriter err) {
        found.drawn().forEach(damage -> err.println(damage.getMessage() + "; it is drawn again"));
    }

    /** What was found of a run that has been trained, of this study; empty if it was not; throws where another run was. */
    static Optional<Inspection> ofTrained(RunFolder folder, Study study, PrintWriter err) throws IOException {
        try {
            if (folder.statusIfSound().filter(Status::isTrained).isEmpty()) {
                return Optional.empty();
            }
        } catch (Damaged e) {
            throw new DamagedRun(folder, List.of(e));
        }
        Inspection found = of(folder, err);
        new SameRun(folder, study).require();
        return Optional.of(found);
    }
}
