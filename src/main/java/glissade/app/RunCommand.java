package glissade.app;

import glissade.plan.Plan;
import glissade.plan.Trial;
import glissade.run.ExitCode;
import glissade.run.Reason;
import glissade.run.SoloRun;
import glissade.store.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
    /** Words of the command that {@code submit/glissade} gave to Spark, a line each. */
    private static final String OF_SPARK = "GLISSADE_OF_SPARK";

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
            names = "--on-end",
            paramLabel = "CMD",
            description =
                    "a shell command for when a run has ended, in whatever way; it is told how by variables such as"
                            + " GLISSADE_STATE, GLISSADE_EXIT_CODE, GLISSADE_RUN, GLISSADE_REASONS and GLISSADE_ERROR,"
                            + " and has " + EndHook.SECONDS + " s, or " + EndHook.HURRIED_SECONDS
                            + " s once the process was told to end")
    private String onEnd;

    @Option(
            names = "--fresh",
            description = "starts over; a run that is there already is kept, under another name beside it")
    private boolean fresh;

    @ArgGroup
    private TimeLimit.Options time = new TimeLimit.Options();

    @Spec
    private CommandSpec command;

    private TimeLimit.End limit;

    private EndHook hook;

    @Override
    public Integer call() throws Exception {
        hook = new EndHook(onEnd, err());
        try {
            limit = time.end();
            return experiment.isFolder() ? runFolder() : runExperiment();
        } catch (Exception e) {
            if (!hook.wasTold()) {
                hook.tell(RunEnd.facts(e));
            }
            throw e;
        }
    }

    private int runExperiment() throws Exception {
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
        if (trial != null) {
            throw new BadInput("--trial is for one experiment, but " + experiment.path() + " is a folder of them");
        }
        try (Cluster cluster = new Cluster("glissade " + experiment.path(), master)) {
            return new FolderRun(experiment, this, cluster, screen(), err()).call();
        }
    }

    /** Where the run is or will be; a place that cannot be written is told before anything is read. */
    RunFolder folder(Study study, Cluster cluster) {
        try {
            RunFolder folder = RunFolder.of(
                            cluster.hadoop(), out, study.name(), runId == null ? study.identity() : runId)
                    .telling(err()::println);
            folder.checkWritable();
            return folder;
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput("cannot write to " + out + " (" + Reason.of(e) + ")");
        }
    }

    /** Trains what has not been trained before, and shows the result; the exit code. */
    int run(Study study, RunFolder folder, Cluster cluster) throws Exception {
        StudyRun.Wishes wishes = new StudyRun.Wishes(words(), fresh, limit, hook);
        return new StudyRun(study, folder, cluster, wishes, screen(), err()).call();
    }

    /** The command that was given, for a shell. */
    private String words() {
        Stream<String> ofSpark = System.getenv().getOrDefault(OF_SPARK, "").lines();
        List<String> words = Stream.concat(command.commandLine().getParseResult().originalArgs().stream(), ofSpark)
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
        new TrialLog(chosen, solo).lines().forEach(screen()::println);
        screen().flush();
        return solo.sameAsStored() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private PrintWriter screen() {
        return command.commandLine().getOut();
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }
}
