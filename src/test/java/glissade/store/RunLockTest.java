package glissade.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
@Timeout(900)
class RunLockTest {
    private static final int RACES = 50;

    @TempDir
    Path out;

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

    /** Half of them for a lock that a dead process has left. */
    @Test
    void ofTwoProcessesExactlyOneWinsEachRace() throws Exception {
        try (Racer one = Racer.start();
                Racer other = Racer.start()) {
            assertEquals(List.of("ready", "ready"), List.of(one.hear(), other.hear()));
            for (int race = 0; race < RACES; race++) {
                String name = "race-" + race;
                if (race % 2 == 0) {
                    leave(name, Racer.dead());
                } else {
                    Files.createDirectories(out.resolve(name));
                }
                Racer.race(one, other, out.resolve(name).toString());
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
        leave("b", new RunProcess("elsewhere", 1, null, null));
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
