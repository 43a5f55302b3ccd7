package glissade.app;

import glissade.plan.Plan;
import glissade.plan.PlanText;
import glissade.plan.Trial;
import glissade.run.Execution;
import glissade.run.ExitCode;
import glissade.run.Provenance;
import glissade.run.Reason;
import glissade.run.SoloRun;
import glissade.store.RunFolder;
import glissade.store.RunLock;
import glissade.store.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
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

    @Option(
            names = "--trial",
            paramLabel = "ID",
            description = "trains this trial alone, logs its steps, and compares it with the stored run, bit for bit")
    private String trial;

    @Option(
            names = "--fresh",
            description = "starts over; a run that is there already is kept, under another name beside it")
    private boolean fresh;

    @ArgGroup
    private Ends ends = new Ends();

    /** When the run is to end, done or not. */
    static final class Ends {
        @Option(
                names = "--deadline",
                paramLabel = "HH:MM",
                description = "ends with what there is at this time of the machine's clock; the same command continues")
        private String deadline;

        @Option(
                names = "--max-minutes",
                paramLabel = "N",
                description = "ends with what there is after so many minutes; the same command continues")
        private Double minutes;
    }

    @Spec
    private CommandSpec command;

    private TimeLimit.End end;

    @Override
    public Integer call() throws Exception {
        if (experiment.isFolder()) {
            return runFolder();
        }
        end = TimeLimit.End.of(ends.deadline, ends.minutes);
        Study study = new Study(experiment.load());
        Trial alone = trial == null ? null : TrialChoice.of(study.trials(), trial);
        try (Cluster cluster = new Cluster("glissade " + study.name(), master)) {
            RunFolder folder = folder(study, cluster);
            if (alone != null) {
                new SameRun(folder, study).require();
                return trainAlone(study, alone, folder, cluster);
            }
            return run(study, folder, cluster);
        }
    }

    private int runFolder() throws Exception {
        end = TimeLimit.End.of(ends.deadline, ends.minutes);
        if (trial != null) {
            throw new BadInput("--trial is for one experiment, but " + experiment.path() + " is a folder of them");
        }
        try (Cluster cluster = new Cluster("glissade " + experiment.path(), master)) {
            return new FolderRun(
                            experiment, this, cluster, command.commandLine().getOut(), err())
                    .call();
        }
    }

    /** Where the run is or will be; a place that cannot be written is told before anything is read. */
    RunFolder folder(Study study, Cluster cluster) {
        try {
            RunFolder folder =
                    RunFolder.of(cluster.hadoop(), out, study.name(), runId == null ? study.identity() : runId);
            folder.checkWritable();
            return folder;
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput("cannot write to " + out + " (" + Reason.of(e) + ")");
        }
    }

    /** Trains what has not been trained before, and shows the result; the exit code. */
    int run(Study study, RunFolder folder, Cluster cluster) throws Exception {
        if (!fresh && isFinished(folder, study)) {
            return again(study, folder);
        }
        try (RunLock lock = lock(folder)) {
            if (!fresh && isFinished(folder, study)) {
                return again(study, folder);
            }
            new SameRun(folder, study).require();
            return run(study, folder, cluster, lock);
        }
    }

    private int again(Study study, RunFolder folder) throws IOException {
        err().println("this has been trained before; here is the stored result");
        show(folder, study);
        return ExitCode.DONE;
    }

    /** Of a folder that nobody else writes to, empty if all is to be done anew. */
    private RunLock lock(RunFolder folder) throws IOException {
        RunLock lock = folder.lock();
        if (!fresh || folder.status().isEmpty()) {
            return lock;
        }
        err().println("the run that was there is now " + folder.putAside(lock));
        return folder.lock();
    }

    private int run(Study study, RunFolder folder, Cluster cluster, RunLock lock) throws Exception {
        Provenance provenance = new Provenance(study.identity(), study.config(), Versions.all());
        int code = train(study, folder, provenance, cluster, lock);
        if (study.report()) {
            Pictures.draw(folder).ifPresent(err()::println);
        }
        if (code == ExitCode.PARTIAL) {
            return partial(study, folder);
        }
        show(folder, study);
        if (code != ExitCode.DONE) {
            folder.status().ifPresent(status -> err().println("the run failed: " + status.error()));
        }
        return code;
    }

    private int partial(Study study, RunFolder folder) throws IOException {
        Status status = folder.status().orElseThrow();
        if (folder.holds(RunFolder.MANIFEST)) {
            show(folder, study);
        }
        err().println(status.error() + "; run the same command to continue");
        return ExitCode.PARTIAL;
    }

    /** Throws where another run was. */
    static boolean isFinished(RunFolder folder, Study study) throws IOException {
        Optional<Status> status = folder.status();
        if (status.isEmpty() || status.get().state() != Status.State.SUCCEEDED) {
            return false;
        }
        new SameRun(folder, study).require();
        return true;
    }

    private int train(Study study, RunFolder folder, Provenance provenance, Cluster cluster, RunLock lock)
            throws Exception {
        Plan plan = study.plan(cluster);
        err().println(PlanText.summary(plan));
        boolean seen = cluster.isLocal() || !folder.checkpoints().isOnThisMachine();
        Execution execution =
                new Execution(plan, data -> study.sharded(data, cluster), folder, provenance, seen, lock::isLost);
        try {
            execution.begin();
        } catch (IOException e) {
            throw new BadInput(Reason.of(e));
        }
        try (ProgressDisplay display = new ProgressDisplay(execution.progress(), new EpochLines(plan), err());
                Interruption interruption = new Interruption(execution, display, lock, again(), err());
                TimeLimit limit = new TimeLimit(end, execution)) {
            display.start();
            limit.watch();
            interruption.watch();
            return execution.run(() -> cluster.engine(plan), cluster.resources().cores());
        }
    }

    /** The command that was given, for a shell. */
    private String again() {
        List<String> words = command.commandLine().getParseResult().originalArgs().stream()
                .map(word -> word.matches("[\\w./:=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .toList();
        return "submit/glissade " + String.join(" ", words);
    }

    private int trainAlone(Study study, Trial chosen, RunFolder folder, Cluster cluster) throws Exception {
        Plan plan = study.plan(cluster);
        SoloRun solo = new SoloRun(plan, chosen, data -> study.sharded(data, cluster), folder);
        try (ProgressDisplay display = new ProgressDisplay(solo.progress(), EpochLines.none(), err())) {
            display.start();
            solo.train(() -> cluster.engine(plan));
        }
        PrintWriter screen = command.commandLine().getOut();
        new TrialLog(chosen, solo).lines().forEach(screen::println);
        screen.flush();
        return solo.sameAsStored() ? ExitCode.DONE : ExitCode.FAILED;
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
