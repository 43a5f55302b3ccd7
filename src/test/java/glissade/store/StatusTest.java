package glissade.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.store.Status.State;
import glissade.store.Status.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
    @TempDir
    Path out;

    private final Status running = Status.begun("submit/glissade run x.conf").in("training");

    @Test
    void everyEndComesBackFromItsFile() throws IOException {
        RunFolder folder = RunFolder.of(new Configuration(), out.toString(), "plums", "7");
        Trouble trouble = new Trouble(1, "no luck", "/a/b", true, List.of("IOException: no luck", "and more"));
        for (Status status : List.of(
                running,
                running.succeeded("d"),
                running.gateFailed(3, "d", List.of("too low", "too late")),
                running.gateFailed(3, null, List.of("too few rows")),
                running.failed(trouble),
                running.failed(4, "no trial finished"),
                running.interrupted(143, "told to"),
                running.partial(6, "d", "out of time"))) {
            folder.writeStatus(status);
            assertEquals(status, folder.status().orElseThrow());
            String text = Files.readString(out.resolve("plums/7/status.json"));
            assertTrue(text.contains("\"state\" : \"" + status.state().text() + "\""), text);
        }
    }

    @Test
    void aFileOfAnOlderVersionIsUnderstood() throws IOException {
        RunFolder folder = RunFolder.of(new Configuration(), out.toString(), "plums", "7");
        folder.writeBytes(
                RunFolder.STATUS,
                "{\n  \"state\" : \"running\", \"phase\" : \"training\", \"started\" : \"2026-11-20T00:00:00Z\"\n}\n"
                        .getBytes(StandardCharsets.UTF_8));
        Status status = folder.status().orElseThrow();
        assertEquals(List.of(), status.reasons());
        assertEquals(Pulse.UNSEEN, Pulse.of(status, Optional.empty()));
    }

    @Test
    void whatMayBeTriedAgainIsSaid() {
        assertEquals(null, running.retrySafe());
        assertTrue(running.interrupted(143, "x").retrySafe());
        assertTrue(running.partial(6, "d", "x").retrySafe());
        assertFalse(running.gateFailed(3, "d", List.of("x")).retrySafe());
        assertFalse(running.failed(4, "x").retrySafe());
        assertEquals("submit/glissade run x.conf", running.failed(4, "x").command());
        assertEquals("training", running.failed(4, "x").phase());
    }

    @Test
    void aRunIsTrainedWhateverTheGateSaysOfItsResults() {
        assertTrue(running.succeeded("d").isTrained());
        assertTrue(running.gateFailed(3, "d", List.of("x")).isTrained());
        assertFalse(running.gateFailed(3, null, List.of("x")).isTrained());
        assertFalse(running.partial(6, "d", "x").isTrained() || running.isTrained());
    }

    @Test
    void aRunThatIsJudgedAnewEndedWhenItEnded() {
        Status passed = running.succeeded("d");
        Status closed = passed.judged(3, List.of("too low"));
        assertEquals(State.GATE_FAILED, closed.state());
        assertEquals(3, closed.exitCode());
        assertEquals(passed, closed.judged(3, List.of()));
        assertEquals(passed.ended(), closed.ended());
    }

    @Test
    void aProcessThatWasKilledLeavesAStaleStatus() throws Exception {
        assertEquals(Pulse.ALIVE, Pulse.of(running, Optional.empty()));
        assertEquals(Pulse.ENDED, Pulse.of(running.succeeded("d"), Optional.empty()));
        Process process = new ProcessBuilder("sleep", "60").start();
        RunProcess here = RunProcess.here();
        Instant start = process.info().startInstant().orElseThrow().truncatedTo(ChronoUnit.SECONDS);
        RunProcess other = new RunProcess(here.host(), process.pid(), start.toString(), null);
        assertEquals(Pulse.ALIVE, Pulse.of(by(other), Optional.empty()));
        RunProcess before = new RunProcess(
                here.host(), process.pid(), start.minusSeconds(60).toString(), null);
        assertEquals(
                Pulse.STALE, Pulse.of(by(before), Optional.empty()), "the number belongs to another process by now");
        process.destroyForcibly().waitFor();
        assertEquals(Pulse.STALE, Pulse.of(by(other), Optional.empty()));
    }

    @Test
    void aProcessElsewhereIsAsAliveAsItsLastSignIsYoung() {
        Status status = by(new RunProcess("far.away", 1, null, null));
        assertEquals(Pulse.UNSEEN, Pulse.of(status, Optional.empty()));
        assertEquals(Pulse.ALIVE, Pulse.of(status, Optional.of(Instant.now().minusSeconds(60))));
        assertEquals(Pulse.STALE, Pulse.of(status, Optional.of(Instant.now().minusSeconds(600))));
    }

    private Status by(RunProcess process) {
        return new Status(
                State.RUNNING,
                "training",
                null,
                "2026-11-20T00:00:00Z",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                process);
    }
}
