package glissade.app;

import glissade.run.ExitCode;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The main class: {@code glissade COMMAND}. */
@Command(
        name = "glissade",
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        description = "Trains thousands of gradient-descent configurations on Apache Spark, "
                + "bit for bit the same everywhere.",
        subcommands = {
            RunCommand.class,
            PlanCommand.class,
            ReportCommand.class,
            StatusCommand.class,
            RunsCommand.class,
            LatestCommand.class,
            CompareCommand.class,
            GradcheckCommand.class,
            PredictCommand.class,
            DataCommand.class,
            InitCommand.class,
            KeysCommand.class
        })
public final class Main {
    private Main() {}

    /** Ends normally, or with the exception by which spark-submit learns an exit code. */
    public static void main(String[] arguments) throws Exception {
        Optional<String> problem = Foundation.found().problem();
        if (problem.isPresent()) {
            System.err.println(problem.get());
            throw Foundation.ending(ExitCode.BAD_INPUT);
        }
        int code = commandLine().execute(arguments);
        if (code != ExitCode.DONE) {
            throw Foundation.ending(code);
        }
    }

    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine().setOut(out).setErr(err).execute(arguments);
    }

    private static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures());
    }
}
