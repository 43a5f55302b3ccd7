package glissade.config;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An experiment that a test wrote down, with the texts it may include. */
public record TextSource(String name, String content, Map<String, String> others) implements ExperimentSource {
    /** The problems of a text, one line each. */
    static List<String> problems(String text, String... assignments) {
        try {
            load(text, assignments);
            return List.of();
        } catch (InvalidExperiment e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    /** Loads {@code test.conf} with this text. */
    public static Experiment load(String text, String... assignments) {
        return Experiments.load(new TextSource("test.conf", text, Map.of()), Arrays.asList(assignments));
    }

    @Override
    public String text() throws IOException {
        if (content == null) {
            throw new IOException("there is no such file");
        }
        return content;
    }

    @Override
    public ExperimentSource sibling(String path) {
        return new TextSource(path, others.get(path), others);
    }
}
