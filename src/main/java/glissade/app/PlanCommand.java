package glissade.app;

import glissade.config.Experiment;
import glissade.plan.PlanText;
import glissade.run.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glissade plan EXPERIMENT|FOLDER}. */
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
            if (experiment.isFolder()) {
                List<String> plans = experiment.each(each -> FolderRun.heading(each) + "\n" + plan(each, cluster));
                out.print(String.join("\n", plans));
            } else {
                out.print(plan(experiment.load(), cluster));
            }
            out.flush();
        }
        return ExitCode.DONE;
    }

    private static String plan(Experiment experiment, Cluster cluster) {
        return PlanText.render(new Study(experiment).plan(cluster), MOST_LISTED);
    }
}
