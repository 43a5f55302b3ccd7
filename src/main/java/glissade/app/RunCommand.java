package glissade.app;

import glissade.plan.Plan;
import glissade.plan.PlanText;
import glissade.run.Execution;
import glissade.run.ExitCode;
import glissade.run.Manifest;
import glissade.run.Provenance;
import glissade.run.Reason;
import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glissade run EXPERIMENT|FOLDER}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Trains an experiment, or all of a folder in turn. Of one that has been trained already, shows the result"
                        + " again.")
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ExperimentArguments experiment;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "folder of all runs, on any Hadoop file system (default: ${DEFAULT-VALUE})")
    private String out;

    @Option(
            names = "--run-id",
            paramLabel = "ID",
            description = "name of this run's folder (default: from the content of config and data)")
    private String runId;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "the Spark master (default: all cores of this machine)")
    private String master;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        if (experiment.isFolder()) {
            try (Cluster cluster = new Cluster("glissade " + experiment.path(), master)) {
                return new FolderRun(
                                experiment, this, cluster, command.commandLine().getOut(), err())
                        .call();
            }
        }
        Study study = new Study(experiment.load());
        try (Cluster cluster = new Cluster("glissade " + study.name(), master)) {
            return run(study, folder(study, cluster), cluster);
        }
    }

    RunFolder folder(Study study, Cluster cluster) throws IOException {
        return RunFolder.of(cluster.hadoop(), out, study.name(), runId == null ? study.identity() : runId);
    }

    /** Trains what has not been trained before, and shows the result; the exit code. */
    int run(Study study, RunFolder folder, Cluster cluster) throws Exception {
        String identity = study.identity();
        if (isFinished(folder, identity)) {
            err().println("this has been trained before; here is the stored result");
            show(folder, study);
            return ExitCode.DONE;
        }
        int code = train(study, folder, new Provenance(identity, study.config(), Versions.all()), cluster);
        if (study.report()) {
            Pictures.draw(folder).ifPresent(err()::println);
        }
        show(folder, study);
        return code;
    }

    static boolean isFinished(RunFolder folder, String identity) throws IOException {
        Optional<Status> status = folder.status();
        if (status.isEmpty() || status.get().state() != Status.State.SUCCEEDED) {
            return false;
        }
        if (!folder.manifest(Manifest.class).provenance().identity().equals(identity)) {
            throw new BadInput(
                    "the run in " + folder.location() + " had another config or other data: give another --run-id");
        }
        return true;
    }

    private int train(Study study, RunFolder folder, Provenance provenance, Cluster cluster) throws Exception {
        Plan plan = study.plan(cluster);
        err().println(PlanText.summary(plan));
        Execution execution = new Execution(plan, data -> study.sharded(data, cluster), folder, provenance);
        try {
            execution.begin();
        } catch (IOException e) {
            throw new BadInput("cannot write to " + folder.location() + " (" + Reason.of(e) + ")");
        }
        try (ProgressDisplay display = new ProgressDisplay(execution.progress(), err())) {
            display.start();
            return execution.run(() -> cluster.engine(plan), cluster.resources().cores());
        }
    }

    private void show(RunFolder folder, Study study) throws IOException {
        PrintWriter screen = command.commandLine().getOut();
        new Summary(folder, study.source()).lines().forEach(screen::println);
        screen.flush();
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }
}
