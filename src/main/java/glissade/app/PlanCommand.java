package glissade.app;

import glissade.plan.PlanText;
import glissade.run.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glissade plan EXPERIMENT}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Says what a run would do: trials, cohorts, engine, shards, memory. Trains nothing.")
final class PlanCommand implements Callable<Integer> {
    private static final int MOST_LISTED = 20;

    @Mixin
    private ExperimentArguments experiment;

    @Option(names = "--master", paramLabel = "URL", description = "the Spark master to plan for")
    private String master;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        try (Cluster cluster = new Cluster("glissade plan", master)) {
            PrintWriter out = command.commandLine().getOut();
            out.print(PlanText.render(new Study(experiment.load()).plan(cluster), MOST_LISTED));
            out.flush();
        }
        return ExitCode.DONE;
    }
}
