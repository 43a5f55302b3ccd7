package glissade.app;

import glissade.config.Experiment;
import glissade.config.TextTable;
import glissade.run.ExitCode;
import glissade.run.Reason;
import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Trains the experiments of a folder one after the other, on one Spark, once all of them have been planned. */
final class FolderRun {
    private static final int DIGITS = 12;

    private final ExperimentArguments arguments;
    private final RunCommand command;
    private final Cluster cluster;
    private final PrintWriter screen;
    private final PrintWriter messages;
    private final SortedSet<String> places = new TreeSet<>();
    private final TextTable table =
            new TextTable("experiment", " trials", " best", "ranked by", "digest, or what went wrong", " exit code");

    FolderRun(
            ExperimentArguments arguments,
            RunCommand command,
            Cluster cluster,
            PrintWriter screen,
            PrintWriter messages) {
        this.arguments = arguments;
        this.command = command;
        this.cluster = cluster;
        this.screen = screen;
        this.messages = messages;
    }

    /** Announces one experiment of several. */
    static String heading(Experiment experiment) {
        return "=== " + experiment.source();
    }

    /** The worst exit code of all. */
    int call() throws InterruptedException {
        List<Experiment> all = arguments.each(this::checked);
        int worst = ExitCode.DONE;
        for (Experiment experiment : all) {
            messages.println("\n" + heading(experiment));
            worst = ExitCode.worst(worst, run(experiment));
        }
        screen.println("\n" + table.render());
        screen.flush();
        return worst;
    }

    /** Plans it. The data is let go again, so that a folder takes no more memory than its largest experiment. */
    private Experiment checked(Experiment experiment) {
        Study study = new Study(experiment);
        try {
            RunFolder folder = command.folder(study, cluster);
            if (Upkeep.ofTrained(folder, study, messages).isEmpty()) {
                study.plan(cluster);
            }
            if (!places.add(folder.location()) && !folder.location().endsWith("/" + study.identity())) {
                throw new BadInput(experiment.source() + " would go to " + folder.location()
                        + ", as another experiment of the folder would: give one of them another name");
            }
        } catch (IOException e) {
            throw new BadInput(experiment.source() + ": its results cannot be looked for (" + Reason.of(e) + ")");
        }
        return experiment;
    }

    private int run(Experiment experiment) throws InterruptedException {
        try {
            Study study = new Study(experiment);
            RunFolder folder = command.folder(study, cluster);
            int code = command.run(study, folder, cluster);
            addRow(experiment, folder, code);
            return code;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            int code = Failures.code(e);
            messages.println(Failures.message(e));
            table.row(experiment.name(), "-", "-", "-", Reason.of(e), code);
            return code;
        }
    }

    private void addRow(Experiment experiment, RunFolder folder, int code) throws IOException {
        String error = folder.status().map(Status::error).orElse(null);
        if (!folder.holds(RunFolder.MANIFEST)) {
            table.row(experiment.name(), "-", "-", "-", error, code);
            return;
        }
        Summary summary = new Summary(folder, experiment.source());
        table.row(
                experiment.name(),
                Rounded.count(summary.manifest().trials()),
                summary.best(),
                summary.manifest().selection().name(),
                error == null ? summary.manifest().digest().substring(0, DIGITS) : error,
                code);
    }
}
