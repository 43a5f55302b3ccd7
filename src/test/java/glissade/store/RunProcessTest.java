package glissade.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class RunProcessTest {
    private static final Optional<Boolean> ALIVE = Optional.of(true);
    private static final Optional<Boolean> GONE = Optional.of(false);
    private final RunProcess here = RunProcess.here();

    @Test
    void thisProcessIsAlive() {
        assertEquals(ALIVE, here.isAlive());
        assertEquals(Optional.empty(), new RunProcess("elsewhere", here.pid(), here.since(), here.birth()).isAlive());
    }

    /** Starts are told as times of a clock, and all of them move with it. */
    @EnabledOnOs(OS.LINUX)
    @Test
    void aClockThatIsPutForwardKillsNobody() {
        assertNotNull(here.birth());
        String day = Instant.parse(here.since()).minusSeconds(86_400).toString();
        assertEquals(ALIVE, new RunProcess(here.host(), here.pid(), day, here.birth()).isAlive());
        assertEquals(GONE, new RunProcess(here.host(), here.pid(), day, null).isAlive());
    }

    /** Soon after, as it may be on a machine that was booted anew. */
    @EnabledOnOs(OS.LINUX)
    @Test
    void aNumberThatIsUsedAgainIsAnotherProcess() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        try {
            RunProcess again = new RunProcess(here.host(), process.pid(), here.since(), here.birth());
            assertEquals(GONE, again.isAlive());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
