package glissade.app;

import java.util.List;

/** Everything that is wrong with the experiments of a folder, of which none was started. */
final class BadFolder extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadFolder(List<String> problems) {
        super(String.join("\n", problems));
    }
}
