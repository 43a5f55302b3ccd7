package glissade.app;

import glissade.config.Keys;
import glissade.engine.Engine;
import glissade.engine.Rehearsal;
import glissade.gate.GateReport;
import glissade.plan.EngineKind;
import glissade.plan.Plan;
import glissade.plan.PlanText;
import glissade.plan.PlannedCohort;
import glissade.report.Page;
import glissade.run.Books;
import glissade.run.Bulletin;
import glissade.run.Execution;
import glissade.run.ExitCode;
import glissade.run.Gatekeeper;
import glissade.run.Phase;
import glissade.run.Provenance;
import glissade.run.Reason;
import glissade.store.ExperimentFolder;
import glissade.store.Inspection;
import glissade.store.RunFolder;
import glissade.store.RunLock;
import glissade.store.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One experiment and its folder, from the question whether it has been trained before to what the user is shown. Whoever may
 * write there is settled first; then {@code status.json} says what goes on, until it says how the run ended.
 */
final class StudyRun {
    private final Study study;
    private final RunFolder folder;
    private final Cluster cluster;
    private final Wishes wishes;
    private final PrintWriter screen;
    private final PrintWriter err;
    private final Gatekeeper gate;
    private final RunEnd end;

    /**
     * What the user asked for.
     *
     * @param command that was given, for a shell
     * @param fresh whether to start over
     * @param limit when the time is up; null for never
     * @param hook who is to be told of the end
     */
    record Wishes(String command, boolean fresh, TimeLimit.End limit, EndHook hook) {}

    StudyRun(Study study, RunFolder folder, Cluster cluster, Wishes wishes, PrintWriter screen, PrintWriter err)
            throws IOException {
        this.study = study;
        this.folder = folder;
        this.cluster = cluster;
        this.wishes = wishes;
        this.screen = screen;
        this.err = err;
        ExperimentFolder runs = folder.experiment();
        this.gate = new Gatekeeper(study.gate(), runs, folder, Keys::shapesResults);
        this.end = new RunEnd(study.source(), folder, new Books(study.gate(), runs, folder), wishes.hook(), err);
    }

    /** Trains what has not been trained before, and shows the result; the exit code. */
    int call() throws Exception {
        try {
            return end.with(run());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            end.with(e);
            throw e;
        }
    }

    private int run() throws Exception {
        Optional<String> impossible = gate.problem();
        if (impossible.isPresent()) {
            throw new BadInput(impossible.get());
        }
        Optional<Inspection> finished = finished();
        if (finished.isPresent() && !folder.isUntidy() && !isToBeDrawn(finished.get())) {
            return again(false);
        }
        try (RunLock lock = lock()) {
            finished = finished();
            if (finished.isPresent()) {
                folder.tidy();
                Upkeep.tellOfDrawn(finished.get(), err);
                return again(isToBeDrawn(finished.get()));
            }
            new SameRun(folder, study).require();
            return announced(lock);
        } catch (RunLock.Held e) {
            if (finished.isEmpty()) {
                throw e;
            }
            return again(false);
        }
    }

    private Optional<Inspection> finished() throws IOException {
        return wishes.fresh() ? Optional.empty() : Upkeep.ofTrained(folder, study, err);
    }

    /** Whether a killed process did not come to the page, or it is damaged. */
    private boolean isToBeDrawn(Inspection found) {
        boolean undrawn =
                study.report() && !found.isUnchecked() && !found.listed().contains(Page.NAME);
        return undrawn || !found.drawn().isEmpty();
    }

    private int again(boolean draw) throws IOException {
        err.println("this has been trained before; here is the stored result");
        return shown(gate.codeOf(folder.status().orElseThrow()), draw);
    }

    /** The right to write into a folder, which is empty if all is to be done anew. */
    private RunLock lock() throws IOException {
        RunLock lock = folder.lock();
        if (!wishes.fresh() || folder.isEmpty()) {
            return lock;
        }
        err.println("the run that was there is now " + folder.putAside(lock));
        return folder.lock();
    }

    /** A run that is refused leaves the folder as it was. */
    private int announced(RunLock lock) throws Exception {
        Bulletin bulletin = bulletin(lock);
        try (Interruption interruption = new Interruption(bulletin, lock, wishes.command(), end, err)) {
            interruption.watch();
            int code = train(bulletin, interruption, lock);
            interruption.letPass();
            return shown(code, true);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            withdraw(bulletin, e);
            throw e;
        }
    }

    private Bulletin bulletin(RunLock lock) {
        try {
            return Bulletin.begin(folder, wishes.command(), lock::isLost);
        } catch (IOException e) {
            throw new BadInput(Reason.of(e));
        }
    }

    private static void withdraw(Bulletin bulletin, Exception failure) {
        try {
            if (Failures.isBadInput(failure)) {
                bulletin.takeBack();
            } else {
                bulletin.fail(failure);
            }
        } catch (IOException e) {
            // What went wrong first is what counts.
            failure.addSuppressed(e);
        }
    }

    private int train(Bulletin bulletin, Interruption interruption, RunLock lock) throws Exception {
        Optional<GateReport> refusal = gate.refusesUnread(study.trials().data());
        if (refusal.isPresent()) {
            bulletin.closeGate(refusal.get().reasons());
            return ExitCode.GATE_FAILED;
        }
        bulletin.enter(Phase.READING_DATA);
        Plan plan = study.plan(cluster);
        err.println(PlanText.summary(plan));
        Execution execution = execution(plan, lock);
        try {
            execution.begin(bulletin);
        } catch (IOException e) {
            throw new BadInput(Reason.of(e));
        }
        try (ProgressDisplay display = new ProgressDisplay(execution.progress(), new EpochLines(plan), err);
                TimeLimit timer = new TimeLimit(wishes.limit(), execution)) {
            display.start();
            timer.watch();
            interruption.watch(execution, display);
            return execution.run(() -> engine(plan), cluster.resources().cores());
        }
    }

    private Engine engine(Plan plan) {
        Rehearsal rehearsal = Rehearsal.of(rehearsed(plan));
        try {
            return cluster.engine(plan);
        } finally {
            rehearsal.close();
        }
    }

    /** The cohorts that begin first, if they are trained in this process and a core is idle while Spark starts. */
    private List<Rehearsal.Part> rehearsed(Plan plan) {
        int cores = cluster.isLocal() ? cluster.resources().cores() : 1;
        if (cores == 1 || plan.engine().kind() != EngineKind.IN_TASK) {
            return List.of();
        }
        return plan.cohorts().stream()
                .sorted(Comparator.comparing(PlannedCohort::coreSeconds).reversed())
                .limit(cores)
                .map(cohort -> new Rehearsal.Part(cohort.spec(), study.sharded(cohort.data())))
                .toList();
    }

    private Execution execution(Plan plan, RunLock lock) throws IOException {
        Provenance provenance = new Provenance(study.identity(), study.config(), Versions.all());
        boolean seen = cluster.isLocal() || !folder.checkpoints().isOnThisMachine();
        return new Execution(plan, data -> study.sharded(data, cluster), folder, provenance, gate, seen, lock::isLost);
    }

    /** Shows what there is after a run has ended with this code, just now or long ago; draws it before, if wanted. */
    private int shown(int code, boolean draw) throws IOException {
        Optional<Status> status = folder.status();
        boolean partial = code == ExitCode.PARTIAL && folder.holds(RunFolder.MANIFEST);
        if (status.map(Status::digest).isPresent()
                || code == ExitCode.NO_TRIAL_FINISHED
                || code == ExitCode.FAILED
                || partial) {
            if (draw && study.report()) {
                Pictures.draw(folder).ifPresent(err::println);
            }
            if (draw && study.tensorboard()) {
                TensorBoard.write(folder).ifPresent(err::println);
            }
            new Summary(folder, study.source()).lines().forEach(screen::println);
            screen.flush();
        }
        if (code != ExitCode.DONE) {
            status.map(RunEnd::inWords).ifPresent(lines -> lines.forEach(err::println));
        }
        return code;
    }
}
