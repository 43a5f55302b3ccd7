package glissade.app;

import glissade.config.Keys;
import glissade.gate.GateReport;
import glissade.plan.Plan;
import glissade.plan.PlanText;
import glissade.plan.Trial;
import glissade.report.Page;
import glissade.run.Books;
import glissade.run.Execution;
import glissade.run.ExitCode;
import glissade.run.Gatekeeper;
import glissade.run.Provenance;
import glissade.run.Reason;
import glissade.run.SoloRun;
import glissade.store.ExperimentFolder;
import glissade.store.Inspection;
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
            names = "--on-end",
            paramLabel = "CMD",
            description =
                    "a shell command for when a run has ended, in whatever way; it is told how by variables such as"
                            + " GLISSADE_STATE, GLISSADE_EXIT_CODE, GLISSADE_RUN, GLISSADE_REASONS and GLISSADE_ERROR")
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
            return new FolderRun(
                            experiment, this, cluster, command.commandLine().getOut(), err())
                    .call();
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
        ExperimentFolder runs = folder.experiment();
        RunEnd end = new RunEnd(study.source(), folder, new Books(study.gate(), runs, folder), hook, err());
        Gatekeeper gate = new Gatekeeper(study.gate(), runs, folder, Keys::shapesResults);
        try {
            return end.with(run(study, folder, gate, end, cluster));
        } catch (InterruptedException | RunLock.Held e) {
            throw e;
        } catch (Exception e) {
            end.with(e);
            throw e;
        }
    }

    private int run(Study study, RunFolder folder, Gatekeeper gate, RunEnd end, Cluster cluster) throws Exception {
        Optional<String> impossible = gate.problem();
        if (impossible.isPresent()) {
            throw new BadInput(impossible.get());
        }
        Optional<Inspection> finished = fresh ? Optional.empty() : Upkeep.ofTrained(folder, study, err());
        if (finished.isPresent()) {
            return again(study, folder, gate, finished.get());
        }
        try (RunLock lock = lock(folder)) {
            finished = fresh ? Optional.empty() : Upkeep.ofTrained(folder, study, err());
            if (finished.isPresent()) {
                return again(study, folder, gate, finished.get());
            }
            new SameRun(folder, study).require();
            Provenance provenance = new Provenance(study.identity(), study.config(), Versions.all());
            return shown(train(study, folder, provenance, gate, end, lock, cluster), study, folder, true);
        }
    }

    private int again(Study study, RunFolder folder, Gatekeeper gate, Inspection found) throws IOException {
        err().println("this has been trained before; here is the stored result");
        folder.tidy();
        boolean undrawn = study.report() && !found.isUnchecked() && !folder.holds(Page.NAME);
        int code = gate.codeOf(folder.status().orElseThrow());
        return shown(code, study, folder, undrawn || !found.drawn().isEmpty());
    }

    /** The right to write into a folder, which is empty if all is to be done anew. */
    private RunLock lock(RunFolder folder) throws IOException {
        RunLock lock = folder.lock();
        if (!fresh || !folder.isUsed()) {
            return lock;
        }
        err().println("the run that was there is now " + folder.putAside(lock));
        return folder.lock();
    }

    /** Shows what there is after a run has ended with this code, just now or long ago; draws it before, if that is wanted. */
    private int shown(int code, Study study, RunFolder folder, boolean draw) throws IOException {
        Optional<Status> status = folder.status();
        boolean partial = code == ExitCode.PARTIAL && folder.holds(RunFolder.MANIFEST);
        if (status.map(Status::digest).isPresent()
                || code == ExitCode.NO_TRIAL_FINISHED
                || code == ExitCode.FAILED
                || partial) {
            if (draw && study.report()) {
                Pictures.draw(folder).ifPresent(err()::println);
            }
            if (draw && study.tensorboard()) {
                TensorBoard.write(folder).ifPresent(err()::println);
            }
            show(folder, study);
        }
        if (code != ExitCode.DONE) {
            status.map(RunEnd::inWords).ifPresent(lines -> lines.forEach(err()::println));
        }
        return code;
    }

    private int train(
            Study study,
            RunFolder folder,
            Provenance provenance,
            Gatekeeper gate,
            RunEnd end,
            RunLock lock,
            Cluster cluster)
            throws Exception {
        Optional<GateReport> refusal = gate.refusesUnread(study.trials().data());
        if (refusal.isPresent()) {
            folder.writeStatus(Status.begun(again())
                    .gateFailed(ExitCode.GATE_FAILED, null, refusal.get().reasons()));
            return ExitCode.GATE_FAILED;
        }
        Plan plan = study.plan(cluster);
        err().println(PlanText.summary(plan));
        boolean seen = cluster.isLocal() || !folder.checkpoints().isOnThisMachine();
        Execution execution =
                new Execution(plan, data -> study.sharded(data, cluster), folder, provenance, gate, seen, lock::isLost);
        try {
            execution.begin(again());
        } catch (IOException e) {
            throw new BadInput(Reason.of(e));
        }
        try (ProgressDisplay display = new ProgressDisplay(execution.progress(), new EpochLines(plan), err());
                Interruption interruption = new Interruption(execution, display, lock, again(), end, err());
                TimeLimit timer = new TimeLimit(limit, execution)) {
            display.start();
            timer.watch();
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
