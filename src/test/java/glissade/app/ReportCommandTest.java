package glissade.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of real runs. */
class ReportCommandTest {
    private static final List<String> GRID = List.of(
            "--set=training.epochs=3",
            "--set=sweep.grid={ model.activation = [tanh, relu], training.learning-rate = [0.01, 0.1, 1] }");

    @TempDir
    private Path folder;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int glissade(List<String> arguments) {
        return Main.execute(
                new PrintWriter(screen, true), new PrintWriter(errors, true), arguments.toArray(String[]::new));
    }

    /** Runs the circles; its folder. */
    private Path run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run", "conf/circles.conf", "--master=local[2]", "--run-id=x", "--out=" + folder.resolve("runs")));
        arguments.addAll(GRID);
        arguments.addAll(List.of(more));
        assertEquals(ExitCode.DONE, glissade(arguments), errors::toString);
        return folder.resolve("runs/circles/x");
    }

    private static Set<String> pictures(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("report"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.html"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Path page(Path run) {
        return run.resolve("report/index.html");
    }

    /** How many colours there are in a picture, and that it is one. */
    private static long colours(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        assertTrue(image.getWidth() >= 720);
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }

    @Test
    void aRunEndsWithPicturesThatCanBeDrawnAgainToTheByte() throws Exception {
        Path run = run();
        assertTrue(Files.exists(page(run)));
        if (errors.toString().contains("no pictures: this Java cannot draw")) {
            return; // A machine without fonts, and it says so.
        }
        assertEquals(
                Set.of(
                        "best.png",
                        "boundaries.png",
                        "confusion.png",
                        "contact-sheet.png",
                        "heat-map.png",
                        "leaders.png",
                        "loss.png"),
                pictures(run));
        byte[] before = Files.readAllBytes(run.resolve("report/leaders.png"));
        for (String name : pictures(run)) {
            assertTrue(colours(run.resolve("report").resolve(name)) > 10, name);
        }
        byte[] pageBefore = Files.readAllBytes(page(run));
        Files.delete(run.resolve("report/leaders.png"));
        Files.delete(page(run));
        assertEquals(ExitCode.DONE, glissade(List.of("report", run.toString())), errors::toString);
        assertArrayEquals(before, Files.readAllBytes(run.resolve("report/leaders.png")));
        assertArrayEquals(pageBefore, Files.readAllBytes(page(run)));
        assertTrue(screen.toString().contains("drawn: " + run + "/report"), screen::toString);
    }

    @Test
    void oneTrialHasItsCurvesOnlyAndNoPicturesAreDrawnUnlessWanted() throws Exception {
        Path run = run("--set=sweep.grid=null", "--set=output.report=false");
        assertFalse(Files.exists(run.resolve("report")));
        int code = glissade(List.of("report", run.toString()));
        if (screen.toString().contains("no pictures: this Java cannot draw")) {
            assertEquals(ExitCode.FAILED, code);
            return;
        }
        assertEquals(ExitCode.DONE, code, errors::toString);
        assertEquals(Set.of("best.png", "boundaries.png", "confusion.png", "loss.png"), pictures(run));
    }

    @Test
    void aSweepThatDivergesAltogetherIsNoReasonToFail() throws Exception {
        Path run = run("--set=sweep.grid={ model.activation = [relu], training.learning-rate = [1e37, 1e38] }");
        assertTrue(screen.toString().contains("6 trials (6 diverged)"), screen::toString);
        assertEquals(Set.of(), pictures(run));
        String text = Files.readString(page(run));
        assertTrue(text.contains("No trial ended with a result: 6 diverged."), text);
    }

    @Test
    void aFolderThatIsNoRunIsRefused() {
        assertEquals(ExitCode.BAD_INPUT, glissade(List.of("report", folder.toString())));
        assertTrue(errors.toString().contains("manifest.json is missing"), errors::toString);
        assertTrue(errors.toString().contains("expected the folder of a run that has ended"), errors::toString);
    }

    /** A Java without any font, as in many a container: another process, whose font list is empty. */
    @Test
    void aMachineWithoutFontsSaysSoAndKeepsTheRun() throws Exception {
        Path run = run("--set=output.report=false");
        Path nothing = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig/>");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "glissade.app.Main",
                "report",
                run.toString());
        java.environment().put("FONTCONFIG_FILE", nothing.toString());
        File output = folder.resolve("output").toFile();
        Process process = java.redirectErrorStream(true).redirectOutput(output).start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        String text = Files.readString(output.toPath());
        assertTrue(text.contains("no pictures: this Java cannot draw ("), text);
        assertTrue(text.contains("submit/glissade report " + run), text);
        assertEquals(Set.of(), pictures(run));
        assertTrue(Files.exists(page(run)), text);
    }
}
