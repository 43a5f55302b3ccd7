package glissade.app;

import java.io.IOException;

/** Commands of the system. */
final class Commands {
    private Commands() {}

    /** Runs one to its end; a command that there is not has not succeeded either. */
    static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
