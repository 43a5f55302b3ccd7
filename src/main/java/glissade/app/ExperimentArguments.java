package glissade.app;

import glissade.config.Experiment;
import glissade.config.Experiments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which experiment a command is about. */
final class ExperimentArguments {
    @Parameters(paramLabel = "EXPERIMENT", description = "an experiment file, for example conf/quickstart.conf")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "sets a key, over what the file says; may be repeated")
    private List<String> assignments = new ArrayList<>();

    Experiment load() {
        return Experiments.load(file, assignments);
    }
}
