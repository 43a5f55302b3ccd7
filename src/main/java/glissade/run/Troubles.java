package glissade.run;

import glissade.store.Status.Trouble;
import glissade.store.Unwritable;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

/** What {@code status.json} says of a failure that nobody foresaw: by its nature the same command may be given again. */
final class Troubles {
    private static final int MOST_LINES = 8;
    private static final int LONGEST = 300;

    private Troubles() {}

    static Trouble of(int code, Throwable failure) {
        List<String> lines = new ArrayList<>();
        String path = null;
        for (Throwable each = failure; each != null && lines.size() < MOST_LINES; each = each.getCause()) {
            lines.add(line(each));
            path = path == null ? path(each) : path;
        }
        return new Trouble(code, Reason.of(failure), path, true, lines);
    }

    private static String line(Throwable failure) {
        String message = failure.getMessage() == null
                ? ""
                : failure.getMessage().strip().lines().findFirst().orElse("");
        String line = failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
    }

    private static String path(Throwable failure) {
        if (failure instanceof Unwritable unwritable) {
            return unwritable.path();
        }
        return failure instanceof FileSystemException system ? system.getFile() : null;
    }
}
