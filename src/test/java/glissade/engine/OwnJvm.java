package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.numeric.Kernels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of the tests in a JVM of its own. */
final class OwnJvm {
    static final String MODULE = "--add-modules=jdk.incubator.vector";
    static final Path THIS_JDK = Path.of(System.getProperty("java.home"));

    private OwnJvm() {}

    /** Returns what it prints. */
    static String run(Path jdk, Class<?> program, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin/java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath(), program.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), output);
        assertEquals(0, process.exitValue(), output);
        return output;
    }

    /** The product's classes and the tests': training in memory needs nothing else. */
    private static String classPath() throws Exception {
        List<String> folders = new ArrayList<>();
        for (Class<?> type : List.of(Kernels.class, OwnJvm.class)) {
            folders.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(System.getProperty("path.separator"), folders);
    }
}
