package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that runs spark-submit returns. */
class ExitCodeTest {
    @TempDir
    Path folder;

    @Test
    void sparkSubmitReturnsOurExitCodes() throws Exception {
        Path study = Files.writeString(folder.resolve("study.conf"), """
                data { source = circles, rows = 100, test-rows = 20, validation = 0.2 }
                training { epochs = 2 }
                """);
        Child good = submit("run", study.toString(), "--out", folder + "/runs");
        assertEquals(ExitCode.DONE, good.code(), good.err());
        assertTrue(good.out().contains("digest"), good.out());

        Child closed = submit(
                "run", study.toString(), "--out", folder + "/runs", "--set", "gate.minutes=1e-9", "--on-end", "exit 9");
        assertEquals(ExitCode.GATE_FAILED, closed.code(), closed.err());
        assertTrue(closed.err().contains("expected at most"), closed.err());
        assertTrue(closed.err().contains("the command of --on-end ended with exit code 9"), closed.err());

        Child bad = submit("run", study.toString(), "--out", folder + "/runs", "--set", "training.epocs=2");
        assertEquals(ExitCode.BAD_INPUT, bad.code(), bad.err());
        assertTrue(bad.err().contains("did you mean training.epochs?"), bad.err());
        assertFalse(bad.err().contains("\tat "), bad.err());

        Child unwritable = submit("run", study.toString(), "--out", study.toString());
        assertEquals(ExitCode.BAD_INPUT, unwritable.code(), unwritable.err());
        assertTrue(unwritable.err().contains("cannot write to " + study), unwritable.err());

        Child unforeseen = submit(
                "run",
                study.toString(),
                "--out",
                folder + "/others",
                "--master",
                "nonsense",
                "--on-end",
                "echo told $GLISSADE_STATE $GLISSADE_EXIT_CODE: $GLISSADE_ERROR");
        assertEquals(ExitCode.FAILED, unforeseen.code(), unforeseen.err());
        assertTrue(unforeseen.err().contains("run.log"), unforeseen.err());
        assertTrue(unforeseen.err().contains("told failed 1: Could not parse Master URL"), unforeseen.err());
        assertFalse(unforeseen.err().contains("\tat "), unforeseen.err());
    }

    private record Child(int code, String out, String err) {}

    /** The class that the script spark-submit runs, with the launcher's logging and this JVM's class path and options. */
    private Child submit(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder child =
                builder(List.of(), arguments).redirectOutput(out.toFile()).redirectError(err.toFile());
        int code = child.start().waitFor();
        return new Child(code, Files.readString(out), Files.readString(err));
    }

    /** Such a process, begun by another program. */
    static ProcessBuilder builder(List<String> before, String... arguments) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--") || option.startsWith("-X"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                "local[1]",
                "--class",
                "glissade.app.Main",
                "spark-internal"));
        command.addAll(List.of(arguments));
        ProcessBuilder child = new ProcessBuilder(command);
        child.environment()
                .put(
                        "LOG4J_CONFIGURATION_FILE",
                        Path.of("submit/log4j2.properties").toAbsolutePath().toString());
        return child;
    }
}
