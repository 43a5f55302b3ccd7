package glissade.app;

import glissade.config.KeyTable;
import glissade.run.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code glissade keys}. */
@Command(name = "keys", description = "Lists every config key, its type, default and meaning.")
final class KeysCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().getOut().print(KeyTable.render());
        command.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
