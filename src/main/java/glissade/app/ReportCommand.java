package glissade.app;

import glissade.report.EventFiles;
import glissade.run.ExitCode;
import glissade.run.Reason;
import glissade.store.RunFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glissade report RUN}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Draws the page and the pictures of a run again, from its stored tables, also of one that has not ended. Trains nothing.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "the folder of a run, for example runs/quickstart/e560936487f7")
    private String run;

    @Option(
            names = "--tensorboard",
            description = "also writes event files for TensorBoard, as runs with output.tensorboard = true do")
    private boolean tensorboard;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        try (Cluster cluster = new Cluster("glissade report", null)) {
            PrintWriter err = command.commandLine().getErr();
            RunFolder folder = RunFolder.at(cluster.hadoop(), run).telling(err::println);
            Upkeep.tellOfDrawn(Upkeep.of(folder, err), err);
            Optional<String> problem = draw(folder);
            PrintWriter out = command.commandLine().getOut();
            out.println(problem.orElse("drawn: " + folder.location() + "/report"));
            if (tensorboard || TensorBoard.isWanted(folder)) {
                out.println(TensorBoard.write(folder)
                        .orElse("written: " + folder.location() + "/" + EventFiles.FOLDER
                                + ", for tensorboard --logdir"));
            }
            out.flush();
            return problem.isPresent() ? ExitCode.FAILED : ExitCode.DONE;
        }
    }

    private static Optional<String> draw(RunFolder folder) throws IOException {
        try {
            return Pictures.draw(folder);
        } catch (FileNotFoundException e) {
            throw new BadInput(Reason.of(e) + ": expected the folder of a run that has ended");
        }
    }
}
