package glissade.app;

import glissade.data.BadData;
import glissade.data.MnistDownload;
import glissade.run.ExitCode;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glissade data mnist}. */
@Command(
        name = "mnist",
        mixinStandardHelpOptions = true,
        description = "Fetches the four files of MNIST, checks them, and goes on where an earlier attempt ended.")
final class DataMnistCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "data/mnist",
            description = "folder to write to (default: ${DEFAULT-VALUE}, where data.source = mnist looks)")
    private Path out;

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description = "folder to fetch from; may be repeated (default: two public ones)")
    private List<URI> mirrors = new ArrayList<>();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        for (URI mirror : mirrors) {
            if (mirror.getHost() == null || !String.valueOf(mirror.getScheme()).matches("https?")) {
                throw new BadInput("--mirror " + mirror + ": expected a URL that begins with https:// or http://");
            }
        }
        try {
            MnistDownload.fetch(mirrors.isEmpty() ? MnistDownload.MIRRORS : mirrors, out, this::print);
        } catch (BadData e) {
            command.commandLine().getErr().println(e.getMessage());
            return ExitCode.BAD_INPUT;
        }
        print("MNIST is in " + out + ": 60,000 training and 10,000 test images of 28 x 28 pixels, classes 0 to 9");
        print("\ndata {\n  source = mnist\n  path = " + DataText.quoted(out.toString()) + "\n}");
        return ExitCode.DONE;
    }

    private void print(String text) {
        PrintWriter screen = command.commandLine().getOut();
        screen.println(text);
        screen.flush();
    }
}
