package glissade.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
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
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways over landscapes, as real runs draw them. */
class TrajectoryPictureTest {
    private static final int BLUE = 0x0072B2;
    private static final int ORANGE = 0xE69F00;
    private static final int GREEN = 0x009E73;

    @TempDir
    private Path folder;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int glissade(List<String> arguments) {
        return Main.execute(
                new PrintWriter(screen, true), new PrintWriter(errors, true), arguments.toArray(String[]::new));
    }

    private Path run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run", "conf/landscapes.conf", "--master=local[2]", "--run-id=x", "--out=" + folder.resolve("runs")));
        arguments.add("--set=training.epochs=30");
        arguments.addAll(List.of(more));
        assertEquals(ExitCode.DONE, glissade(arguments), errors::toString);
        return folder.resolve("runs/landscapes/x");
    }

    private static Set<Integer> colours(Path picture) throws IOException {
        var image = ImageIO.read(picture.toFile());
        Set<Integer> colours = new TreeSet<>();
        Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .forEach(pixel -> colours.add(pixel & 0xFFFFFF));
        return colours;
    }

    private boolean cannotDraw() {
        return errors.toString().contains("no pictures: this Java cannot draw");
    }

    @Test
    void eachOptimizersBestWayHasItsColourAndIsDrawnAgainToTheByte() throws Exception {
        Path run = run(
                "--set=sweep.grid=null",
                "--set=sweep.grid={ model.surface = [bowl, two-wells], training.optimizer.type = [sgd, momentum, adam],"
                        + " training.learning-rate = [0.01, 0.1] }");
        if (cannotDraw()) {
            return; // A machine without fonts, and it says so.
        }
        Path picture = run.resolve("report/trajectories.png");
        byte[] before = Files.readAllBytes(picture);
        assertTrue(colours(picture).containsAll(Set.of(BLUE, ORANGE, GREEN)));
        Files.delete(picture);
        assertEquals(ExitCode.DONE, glissade(List.of("report", run.toString())), errors::toString);
        assertArrayEquals(before, Files.readAllBytes(picture));
    }

    @Test
    void aRunOfAnOlderVersionThatHasNoLandscapeIsDrawnWithoutIt() throws Exception {
        Path run = run("--set=sweep.grid=null", "--set=training.learning-rate=0.1", "--set=output.report=false");
        assertEquals(ExitCode.DONE, glissade(List.of("report", run.toString())), errors::toString);
        assertEquals(!cannotDraw(), Files.exists(run.resolve("report/trajectories.png")));
        Files.delete(run.resolve("landscape.parquet"));
        OlderVersion.forgetSums(run);
        Files.deleteIfExists(run.resolve("report/trajectories.png"));
        assertEquals(ExitCode.DONE, glissade(List.of("report", run.toString())), errors::toString);
        assertFalse(Files.exists(run.resolve("report/trajectories.png")));
        assertTrue(Files.exists(run.resolve("report/best.png")));
    }
}
