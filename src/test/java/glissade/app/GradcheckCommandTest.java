package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.engine.BrokenKernels;
import glissade.run.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.spark.SparkContext$;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GradcheckCommandTest {
    private static final String QUICKSTART = "conf/quickstart.conf";
    private static final String[] FEW_ROWS = {"--set", "data.rows=400", "--set", "data.test-rows=40"};

    @TempDir
    Path folder;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @AfterEach
    void sparkWasNotStarted() {
        assertTrue(SparkContext$.MODULE$.getActive().isEmpty());
    }

    @Test
    void quickstartPassesOnASampleOfItsWeights() {
        assertEquals(ExitCode.DONE, gradcheck(QUICKSTART, FEW_ROWS), errors.toString());
        assertShows("softmax 784-10, 7,850 parameters");
        assertShows("code +lane 1 of 16, fused as it trains");
        assertShows("start +1 weights +7,840 +1,000 .* pass");
        assertShows("random +1 biases +10 +10 .* pass");
        assertShows("784-10 +7,850 +32 .* x .* x");
        assertTrue(screen.toString().endsWith("\npassed: backpropagation gives the slope of the loss\n"));
        assertFalse(screen.toString().contains("FAILED"), screen.toString());
        assertFalse(screen.toString().contains("at kinks"), "no rectifiers, no kinks: " + screen);
    }

    @Test
    void eachModelOfASweepIsCheckedOnceAndThePerceptronIsTimedAtFourDepths() {
        assertEquals(ExitCode.DONE, gradcheck("conf/circles.conf"), errors.toString());
        assertEquals(1, count("model +mlp 2-10-2 tanh, head softmax, 52 parameters"));
        assertEquals(1, count("model +mlp 2-10-2 relu, head softmax, 52 parameters"));
        assertShows("at kinks");
        assertEquals(4, count("2 biases +2 +2 .* pass"));
        assertEquals(1, count("2-10-2 +52 +32 .* x"));
        assertEquals(1, count("2-10-10-10-10-2 +382 +32 .* x"));
    }

    @Test
    void wrongGradientsFailTheGate() {
        CommandLine command = new CommandLine(new GradcheckCommand(BrokenKernels.with("reluBackward", 1, 1.001f)))
                .setOut(new PrintWriter(screen, true))
                .setErr(new PrintWriter(errors, true));
        assertEquals(ExitCode.GATE_FAILED, command.execute("conf/circles.conf"), errors.toString());
        assertEquals(2, count("1 weights .* FAILED"));
        assertEquals(2, count("1 biases .* FAILED"));
        assertEquals(12, count(" pass\n"), "tanh, and the layer above the broken rectifiers: " + screen);
        assertShows("FAILED: wrong gradients, or none that could be checked, in 1 of 2 models");
    }

    @Test
    void ofManyModelsTheFirstAreShownAndTheOthersCounted() throws IOException {
        Path study = Files.writeString(folder.resolve("study.conf"), """
                data { source = circles, rows = 100, test-rows = 20, validation = 0.2 }
                model { type = softmax, l2 = 0.01 }
                sweep.grid {
                  model.init = [zeros, xavier, he, lecun, "normal(0.1)", "normal(1)", "uniform(-1, 1)"]
                  training.learning-rate = [0.1, 0.2]
                }
                """);
        assertEquals(ExitCode.DONE, gradcheck(study.toString()), errors.toString());
        assertEquals(6, count("softmax 2-2, 6 parameters, l2 0.01"));
        assertEquals(1, count("2-2 +6 +32 .* x"), "one architecture is timed once");
        assertShows("and 1 more model, not checked");
    }

    @Test
    void badConfigsAreToldAndNothingIsPrinted() {
        assertEquals(ExitCode.BAD_INPUT, gradcheck(QUICKSTART, "--set", "modle.type=mlp"));
        assertTrue(errors.toString().contains("did you mean model.type?"), errors.toString());
        assertEquals("", screen.toString());
    }

    private int gradcheck(String experiment, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "gradcheck";
        arguments[1] = experiment;
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Main.execute(new PrintWriter(screen, true), new PrintWriter(errors, true), arguments);
    }

    private void assertShows(String pattern) {
        assertTrue(count(pattern) > 0, pattern + " is not in\n" + screen);
    }

    private long count(String pattern) {
        return Pattern.compile(pattern).matcher(screen.toString()).results().count();
    }
}
