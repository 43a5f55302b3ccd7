package glissade.app;

import glissade.config.Experiment;
import glissade.config.Experiments;
import glissade.run.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which experiment a command is about, or which folder of them. */
final class ExperimentArguments {
    private static final String ENDING = ".conf";

    @Parameters(
            paramLabel = "EXPERIMENT",
            description =
                    "an experiment file, for example conf/quickstart.conf, on any Hadoop file system or the name of one sent"
                            + " along by spark-submit --files; run and plan take a folder of them, too")
    private String file;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "sets a key, over what the file says; may be repeated")
    private List<String> assignments = new ArrayList<>();

    Experiment load() {
        return Experiments.load(new ExperimentFiles().named(file), assignments);
    }

    boolean isFolder() {
        return Files.isDirectory(Path.of(file));
    }

    /** As the user gave it. */
    String path() {
        return file;
    }

    /** Does something with every experiment of the folder; what is wrong with any of them is told at once. */
    <T> List<T> each(Function<Experiment, T> work) {
        List<T> done = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path each : files()) {
            try {
                done.add(work.apply(Experiments.load(each, assignments)));
            } catch (RuntimeException e) {
                if (!Failures.isBadInput(e)) {
                    throw e;
                }
                problems.add(Failures.message(e));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadFolder(problems);
        }
        return done;
    }

    /** The files directly in the folder, by name. */
    private List<Path> files() {
        try (Stream<Path> entries = Files.list(Path.of(file))) {
            List<Path> files = entries.filter(entry -> entry.toString().endsWith(ENDING) && Files.isRegularFile(entry))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new BadInput(
                        file + ": expected a file or a folder of *" + ENDING + ", found a folder without one");
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput(file + " cannot be read (" + Reason.of(e) + ")");
        }
    }
}
