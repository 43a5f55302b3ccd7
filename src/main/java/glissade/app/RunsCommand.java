package glissade.app;

import glissade.config.TextTable;
import glissade.run.ExitCode;
import glissade.store.UtcTime;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glissade runs [NAME]}. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Lists runs, the latest first, and where each stands; at any time.")
final class RunsCommand implements Callable<Integer> {
    private static final int DIGITS = 12;
    private static final int LONGEST = 60;

    @Mixin
    private RunsArguments arguments;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "20",
            description = "so many (default: ${DEFAULT-VALUE})")
    private int most;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        List<Runs.Run> runs = arguments.latestFirst();
        PrintWriter screen = command.commandLine().getOut();
        TextTable table =
                new TextTable("experiment", "run", "started", " took", "state", " exit", "digest, or what went wrong");
        runs.stream().limit(most).forEach(run -> {
            StatusText text = new StatusText(run.status(), run.lastSign());
            table.row(
                    run.experiment(),
                    run.folder().name(),
                    UtcTime.toSeconds(run.status().started()),
                    text.duration(),
                    text.state(),
                    run.status().exitCode() == null ? "-" : run.status().exitCode(),
                    last(run));
        });
        screen.print(table.render());
        if (runs.size() > most) {
            screen.println("... and " + Rounded.count(runs.size() - most) + " more, with --most");
        }
        screen.flush();
        return ExitCode.DONE;
    }

    private static String last(Runs.Run run) {
        String error = run.status().error();
        String digest = run.status().digest();
        if (error != null) {
            return error.length() <= LONGEST ? error : error.substring(0, LONGEST) + "...";
        }
        return digest == null ? "-" : digest.substring(0, Math.min(DIGITS, digest.length()));
    }
}
