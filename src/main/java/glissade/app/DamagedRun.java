package glissade.app;

import glissade.store.Damaged;
import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run whose files are not what was written and cannot be mended; the message says which, and how to have it again. */
final class DamagedRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final String FRESH = "--fresh";

    DamagedRun(RunFolder folder, List<Damaged> lost) {
        super(message(folder, lost));
    }

    private static String message(RunFolder folder, List<Damaged> lost) {
        List<String> lines =
                new ArrayList<>(lost.stream().map(Damaged::getMessage).toList());
        Optional<Status> status = status(folder);
        String command = status.map(Status::command).orElse("the command that trained it, with");
        if (status.isPresent() && !status.get().isTrained()) {
            lines.add("there is no good copy; this goes on with the run, and writes its files anew:");
        } else {
            lines.add(
                    "there is no good copy; this trains the run again, to the same bits, and keeps what is there beside it:");
            command += command.contains(FRESH) ? "" : " " + FRESH;
        }
        lines.add("  " + command);
        return String.join("\n", lines);
    }

    private static Optional<Status> status(RunFolder folder) {
        try {
            return folder.status();
        } catch (IOException e) {
            // It may be what is damaged.
            return Optional.empty();
        }
    }
}
