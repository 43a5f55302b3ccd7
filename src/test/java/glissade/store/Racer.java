package glissade.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A {@link LockRacer} in a process of its own. */
public record Racer(Process process, BufferedReader said) implements AutoCloseable {
    /** It says {@code ready} once it is. */
    public static Racer start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockRacer.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Racer(
                process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    /** Has it lock this folder, instead of the one that it holds. */
    public void tell(String folder) throws IOException {
        process.getOutputStream().write((folder + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** What it says next: {@code won}, or who holds the folder. */
    public String hear() throws IOException {
        return said.readLine();
    }

    /** Has both lock a folder at the same moment: one of them does, and the other one is told which. */
    public static void race(Racer one, Racer other, String folder) throws IOException {
        one.tell(folder);
        other.tell(folder);
        List<String> said = List.of(one.hear(), other.hear());
        int winner = said.indexOf("won");
        assertTrue(winner >= 0, said.toString());
        long pid = (winner == 0 ? one : other).process().pid();
        assertTrue(
                said.get(1 - winner).startsWith("another run holds " + folder + ": process " + pid + " on "),
                said.toString());
    }

    /** As others see it. */
    public RunProcess who() {
        return new RunProcess(RunProcess.here().host(), process.pid(), null, null);
    }

    /** A process that is gone, whoever has its number by now. */
    public static RunProcess dead() throws IOException {
        Process process = new ProcessBuilder("true").start();
        process.onExit().join();
        return new RunProcess(RunProcess.here().host(), process.pid(), "2000-01-01T00:00:00Z", null);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
