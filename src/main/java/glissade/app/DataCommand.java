package glissade.app;

import glissade.config.Experiments;
import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.SourceKind;
import glissade.data.SourceRows;
import glissade.run.ExitCode;
import glissade.run.Reason;
import glissade.store.RowFolder;
import glissade.store.RowFormat;
import glissade.store.RowShape;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glissade data NAME}. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Writes a generated data set to files, or fetches MNIST.",
        subcommands = DataMnistCommand.class)
final class DataCommand implements Callable<Integer> {
    /** Those with something to learn from. */
    private static final List<SourceKind> KINDS = Arrays.stream(SourceKind.values())
            .filter(kind -> kind.isGenerated() && kind != SourceKind.NOISE)
            .toList();

    private static final String ONLY_DATA = "\\s*data\\s*[.={+].*";

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "circles, moons, blobs, digits, linear, logistic or dummy")
    private String name;

    @Option(names = "--rows", paramLabel = "N", description = "training rows (default: see the key data.rows)")
    private Long rows;

    @Option(names = "--out", paramLabel = "DIR", description = "folder to write to (default: data/NAME)")
    private String out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private RowFormat format;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "sets a key of data, such as data.noise=0.1; may be repeated")
    private List<String> assignments = new ArrayList<>();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        DataSpec spec = spec();
        SourceRows source = DataSets.rows(spec);
        String path = out == null ? "data/" + name : out;
        RowShape shape = new RowShape(source.features(), source.classes() > 0);
        try (Cluster cluster = new Cluster("glissade data", null)) {
            RowFolder folder = folder(cluster, path);
            DataText text = new DataText(spec, source, format, folder.location(path));
            requireFree(folder, text);
            print(text.wrote(
                    text.training(), source.trainingRows(), write(folder, text.training(), shape, source::training)));
            if (source.testRows() > 0) {
                print(text.wrote(text.test(), source.testRows(), write(folder, text.test(), shape, source::test)));
            }
            print(text.columns() + "\n\nto read them:\n" + text.snippet());
        }
        return ExitCode.DONE;
    }

    private DataSpec spec() {
        if (name == null || KINDS.stream().noneMatch(kind -> kind.text().equals(name))) {
            String names =
                    String.join(", ", KINDS.stream().map(SourceKind::text).toList());
            throw new BadInput((name == null ? "what is to be written?" : "no data set is called '" + name + "':")
                    + " give one of " + names + "; or mnist, to fetch it");
        }
        for (String assignment : assignments) {
            if (!assignment.matches(ONLY_DATA)) {
                throw new BadInput("--set " + assignment + ": only keys of data decide what is generated");
            }
        }
        List<String> all = new ArrayList<>(assignments);
        if (rows != null) {
            all.add("data.rows=" + rows);
        }
        all.add("data.source=" + name);
        return Experiments.data(name, all);
    }

    private static RowFolder folder(Cluster cluster, String path) {
        try {
            return new RowFolder(cluster.hadoop(), path);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput("cannot write to " + path + " (" + Reason.of(e) + ")");
        }
    }

    /** Somebody's own train.csv is not to be lost. */
    private static void requireFree(RowFolder folder, DataText text) {
        for (String file : List.of(text.training(), text.test())) {
            try {
                if (folder.holds(file)) {
                    throw new BadInput(text.path(file) + " is there already: give another --out, or delete it first");
                }
            } catch (IOException e) {
                throw new BadInput("cannot write to " + text.path(file) + " (" + Reason.of(e) + ")");
            }
        }
    }

    private long write(RowFolder folder, String file, RowShape shape, RowFolder.Rows content) {
        try {
            return folder.write(file, format, shape, content);
        } catch (IOException e) {
            throw new BadInput(Reason.of(e));
        }
    }

    private void print(String text) {
        PrintWriter screen = command.commandLine().getOut();
        screen.println(text);
        screen.flush();
    }
}
