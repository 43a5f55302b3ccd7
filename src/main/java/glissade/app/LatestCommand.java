package glissade.app;

import glissade.run.ExitCode;
import glissade.store.Status;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glissade latest [NAME]}. */
@Command(
        name = "latest",
        mixinStandardHelpOptions = true,
        description = "Prints the folder of the latest run, and nothing else: for other commands to use.")
final class LatestCommand implements Callable<Integer> {
    @Mixin
    private RunsArguments arguments;

    @Option(names = "--succeeded", description = "the latest one that succeeded, and so passed its gate")
    private boolean succeeded;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Runs.Run latest = arguments.latestFirst().stream()
                .filter(run -> !succeeded || run.status().state() == Status.State.SUCCEEDED)
                .findFirst()
                .orElseThrow(() -> new BadInput("no run has succeeded yet"));
        PrintWriter out = command.commandLine().getOut();
        out.println(latest.folder().location());
        out.flush();
        return ExitCode.DONE;
    }
}
