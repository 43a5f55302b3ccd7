package glissade.config;

import static glissade.config.TextSource.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTest {
    @TempDir
    Path folder;

    @Test
    void aSyntaxErrorNamesItsLine() {
        assertEquals(
                List.of("test.conf:3: the text ends inside a section: a closing } is missing"),
                problems("data {\n source = digits\n"));
        assertEquals(
                List.of("test.conf:2: Key '0.1)' may not be followed by token: '}'; text with commas, colons or braces"
                        + " in it needs double quotes"),
                problems("data.source = digits\nmodel { init = uniform(-0.1, 0.1) }"));
        assertEquals(
                List.of("test.conf:1: Could not resolve substitution to a value: ${rate} (neither a key of this file"
                        + " nor an environment variable)"),
                problems("training.learning-rate = ${rate}"));
    }

    @Test
    void filesAreReadFromDisk() throws IOException {
        Path file = folder.resolve("rings.conf");
        Files.writeString(file, "include \"base.conf\"\ndescription = füß");
        Files.writeString(folder.resolve("base.conf"), "data.source = circles, description = base");
        Experiment experiment = Experiments.load(file, List.of("data.rows=5"));
        assertEquals("rings", experiment.name());
        assertEquals("füß", experiment.description());
        assertEquals(
                5, TrialConfig.of(experiment.at(Map.of())).data().generator().rows());
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Files.writeString(folder.resolve("circles.conf"), "data.source = circles");
        assertEquals(
                "cannot be read: there is no such file; did you mean " + folder.resolve("circles.conf") + "?",
                messageOf(folder.resolve("circels.conf")));
        assertEquals("cannot be read: there is no such file", messageOf(folder.resolve("a/b.conf")));
        assertEquals("cannot be read: it is a directory, expected a file", messageOf(folder));
        Files.write(folder.resolve("binary.conf"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertEquals("cannot be read: it is not UTF-8 text", messageOf(folder.resolve("binary.conf")));
    }

    private static String messageOf(Path file) {
        InvalidExperiment e = assertThrows(InvalidExperiment.class, () -> Experiments.load(file, List.of()));
        assertEquals(file.toString(), e.problems().get(0).place().origin());
        return e.problems().get(0).message();
    }

    @Test
    void includesAreReadBesideTheText() {
        Map<String, String> others =
                Map.of("base.conf", "data.source = circles\ntraining.epochs = none", "me.conf", "include \"me.conf\"");
        assertEquals(
                List.of("base.conf:2: training.epochs: expected a whole number of at least 1, found the text \"none\""),
                including("include \"base.conf\"", others));
        assertEquals(List.of(), including("include file(\"base.conf\"), training.epochs = 3", others));
        assertEquals(
                List.of("test.conf: include gone.conf: cannot be read: there is no such file"),
                including("include \"gone.conf\"", others));
        assertEquals(
                List.of("test.conf: include me.conf: cannot be read: it includes itself"),
                including("include \"me.conf\"", others));
    }

    private static List<String> including(String text, Map<String, String> others) {
        try {
            Experiments.load(new TextSource("test.conf", text, others), List.of());
            return List.of();
        } catch (InvalidExperiment e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    @Test
    void jsonIsHocon() {
        assertEquals(
                3,
                TrialConfig.of(TextSource.load("{\"data\": {\"source\": \"digits\"}, \"training.epochs\": 3}")
                                .at(Map.of()))
                        .training()
                        .epochs());
    }

    @Test
    void aPathGivenInTwoSpellingsIsAProblem() {
        assertEquals(
                List.of("test.conf:2: training.epochs: given twice, also at test.conf:3"),
                problems("data.source = digits\n\"training.epochs\" = 3\ntraining.epochs = 4"));
    }
}
