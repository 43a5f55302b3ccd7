package glissade.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One process at a time holds a run folder. */
@Timeout(120)
class RunLockTest {
    private static final int RACES = 50;

    @TempDir
    Path out;

    /** A {@link LockRacer} in a process of its own. */
    private record Racer(Process process, BufferedReader said) implements AutoCloseable {
        static Racer start() throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LockRacer.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Racer(
                    process,
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        }

        void tell(String line) throws IOException {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        String hear() throws IOException {
            return said.readLine();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private RunFolder folder(String name) throws IOException {
        return RunFolder.at(new Configuration(), out.resolve(name).toString());
    }

    private List<String> locks(String name) throws IOException {
        try (Stream<Path> files = Files.list(out.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void leave(String name, RunProcess owner) throws IOException {
        Files.createDirectories(out.resolve(name));
        folder(name).writeJson(".lock-1", owner);
    }

    private static RunProcess dead() throws IOException {
        Process process = new ProcessBuilder("true").start();
        process.onExit().join();
        return new RunProcess(RunProcess.here().host(), process.pid(), null);
    }

    /** Half of them for a lock that a dead process has left. */
    @Test
    void ofTwoProcessesExactlyOneWinsEachRace() throws Exception {
        try (Racer one = Racer.start();
                Racer other = Racer.start()) {
            assertEquals(List.of("ready", "ready"), List.of(one.hear(), other.hear()));
            for (int race = 0; race < RACES; race++) {
                String name = "race-" + race;
                if (race % 2 == 0) {
                    leave(name, dead());
                } else {
                    Files.createDirectories(out.resolve(name));
                }
                one.tell(out.resolve(name).toString());
                other.tell(out.resolve(name).toString());
                List<String> said = List.of(one.hear(), other.hear());
                int winner = said.indexOf("won");
                assertTrue(winner >= 0, said.toString());
                long pid = (winner == 0 ? one : other).process().pid();
                assertTrue(
                        said.get(1 - winner)
                                .startsWith("another run holds " + out.resolve(name) + ": process " + pid + " on "),
                        said.toString());
                assertEquals(List.of(race % 2 == 0 ? ".lock-2" : ".lock-1"), locks(name));
            }
        }
    }

    @Test
    void aLockIsForOneAndLeavesNothing() throws IOException {
        RunLock lock = folder("a").lock();
        assertThrows(RunLock.Held.class, () -> folder("a").lock());
        assertFalse(lock.isLost());
        lock.close();
        assertFalse(Files.exists(out.resolve("a")));
        folder("a").lock().close();
    }

    /** Whether it lives cannot be seen from here: it counts as dead when it has given no sign of life for long enough. */
    @Test
    void anOwnerElsewhereIsDeadWhenItsFileIsOld() throws IOException {
        leave("b", new RunProcess("elsewhere", 1, null));
        RunLock.Held held = assertThrows(RunLock.Held.class, () -> folder("b").lock());
        assertTrue(held.getMessage().endsWith(": process 1 on elsewhere"), held.getMessage());
        Files.setLastModifiedTime(
                out.resolve("b/.lock-1"), FileTime.from(Instant.now().minusSeconds(100)));
        folder("b").lock().close();
        assertEquals(List.of(), locks("b"));
    }

    @Test
    void aDamagedLockIsOneOfWhichTheOwnerIsNotKnown() throws IOException {
        Files.createDirectories(out.resolve("c"));
        Files.writeString(out.resolve("c/.lock-7"), "{");
        assertThrows(RunLock.Held.class, () -> folder("c").lock());
        Files.setLastModifiedTime(
                out.resolve("c/.lock-7"), FileTime.from(Instant.now().minusSeconds(100)));
        RunLock lock = folder("c").lock();
        assertEquals(List.of(".lock-8"), locks("c"));
        lock.close();
    }

    @Test
    void aRunThatIsPutAsideGivesWayToAnother() throws IOException {
        RunFolder folder = folder("d");
        RunLock lock = folder.lock();
        folder.writeStatus(Status.begun());
        assertEquals(out.resolve("d.old-1").toString(), folder.putAside(lock));
        assertEquals(List.of("status.json"), locks("d.old-1"));
        folder.lock().close();
    }
}
