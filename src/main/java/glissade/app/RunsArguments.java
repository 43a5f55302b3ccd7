package glissade.app;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which runs a command is about. */
final class RunsArguments {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "of an experiment (default: all)")
    private String experiment;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "folder of all runs, on any Hadoop file system (default: ${DEFAULT-VALUE})")
    private String out;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** At least one. */
    List<Runs.Run> latestFirst() {
        try (Cluster cluster = new Cluster("glissade runs", null)) {
            List<Runs.Run> runs = Runs.latestFirst(
                    cluster.hadoop(), out, experiment, command.commandLine().getErr()::println);
            if (runs.isEmpty()) {
                throw new BadInput("there is no run" + (experiment == null ? "" : " of " + experiment) + " in " + out);
            }
            return runs;
        }
    }
}
