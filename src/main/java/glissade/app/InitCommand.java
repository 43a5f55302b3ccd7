package glissade.app;

import glissade.data.TableGuess;
import glissade.run.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glissade init FILE.csv}. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Looks at your CSV file and prints an experiment to start from: glissade init FILE.csv > my.conf")
final class InitCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a CSV file, or a folder or glob of such; .gz or not")
    private String path;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        out.print(new InitText(path, TableGuess.of(path)).render());
        out.flush();
        return ExitCode.DONE;
    }
}
