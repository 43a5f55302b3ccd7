package glissade.app;

import glissade.run.ExitCode;
import glissade.run.Reason;
import glissade.store.Damaged;
import glissade.store.Inspection;
import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glissade status RUN}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says where a run stands, how it ended, and what to do next; at any time.")
final class StatusCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "the folder of a run, for example runs/quickstart/e560936487f7")
    private String run;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        try (Cluster cluster = new Cluster("glissade status", null)) {
            RunFolder folder = RunFolder.at(cluster.hadoop(), run);
            Status status = status(folder);
            Inspection files = folder.inspect(false);
            PrintWriter out = command.commandLine().getOut();
            out.println("  run          " + folder.location());
            new StatusText(status, folder.lastSign()).lines().forEach(out::println);
            if (status.state() != Status.State.RUNNING) {
                StatusText.files(files).forEach(out::println);
            }
            out.flush();
            return files.isSound() ? ExitCode.DONE : ExitCode.BAD_INPUT;
        } catch (IOException e) {
            throw new BadInput(run + ": its status cannot be read (" + Reason.of(e) + ")");
        }
    }

    private static Status status(RunFolder folder) throws IOException {
        try {
            return Runs.status(folder);
        } catch (Damaged e) {
            throw new DamagedRun(folder, List.of(e));
        }
    }
}
