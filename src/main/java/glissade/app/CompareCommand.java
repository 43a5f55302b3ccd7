package glissade.app;

import glissade.config.Keys;
import glissade.run.ExitCode;
import glissade.run.FinishedRun;
import glissade.run.Reason;
import glissade.run.RunComparison;
import glissade.store.Damaged;
import glissade.store.JsonText;
import glissade.store.RunFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glissade compare RUN BASELINE}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Holds a run against another one: what is better, what is worse, and what changed.")
final class CompareCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "the folder of a run, for example runs/nightly/e560936487f7")
    private String run;

    @Parameters(
            index = "1",
            paramLabel = "BASELINE",
            description = "the folder of the other run, or its id alone where it lies beside the first")
    private String baseline;

    @Option(names = "--json", description = "prints JSON, with numbers in full")
    private boolean json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter err = command.commandLine().getErr();
        try (Cluster cluster = new Cluster("glissade compare", null)) {
            RunFolder folder = RunFolder.at(cluster.hadoop(), run).telling(err::println);
            RunFolder other = RunFolder.at(cluster.hadoop(), baseline).telling(err::println);
            boolean beside = !baseline.contains("/") && !other.holds(RunFolder.MANIFEST);
            RunComparison comparison = RunComparison.of(
                    finished(folder), finished(beside ? folder.sibling(baseline) : other), Keys::shapesResults);
            PrintWriter out = command.commandLine().getOut();
            out.print(json ? JsonText.of(comparison) : new ComparisonText(comparison).render());
            out.flush();
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new BadInput("the runs cannot be read (" + Reason.of(e) + ")");
        }
    }

    private static FinishedRun finished(RunFolder folder) throws IOException {
        try {
            return new FinishedRun(folder);
        } catch (Damaged e) {
            throw new DamagedRun(folder, List.of(e));
        } catch (FileNotFoundException e) {
            throw new BadInput(
                    Reason.of(e) + ": expected the folder of a run that has results; `glissade runs` lists all");
        }
    }
}
