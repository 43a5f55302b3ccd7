package glissade.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The process that runs a run.
 *
 * @param host the name of its machine
 * @param pid its number there
 * @param since when it was started, UTC, as numbers are used again; null where the system does not say
 */
public record RunProcess(String host, long pid, String since) {
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    /** The system counts starts from a boot time that it corrects now and then. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** This process. */
    public static RunProcess here() {
        ProcessHandle self = ProcessHandle.current();
        return new RunProcess(
                thisHost(), self.pid(), start(self).map(Instant::toString).orElse(null));
    }

    /** Whether it is there still; empty where that cannot be seen from this machine. */
    @JsonIgnore
    public Optional<Boolean> isAlive() {
        if (!host.equals(thisHost())) {
            return Optional.empty();
        }
        return Optional.of(ProcessHandle.of(pid)
                .filter(found -> found.isAlive() && startedThen(found))
                .isPresent());
    }

    private boolean startedThen(ProcessHandle found) {
        return since == null
                || start(found)
                        .map(start ->
                                Duration.between(start, Instant.parse(since)).abs())
                        .map(apart -> apart.compareTo(TOLERANCE) <= 0)
                        .orElse(true);
    }

    private static Optional<Instant> start(ProcessHandle process) {
        return process.info().startInstant().map(start -> start.truncatedTo(ChronoUnit.SECONDS));
    }

    /** From a file where there is one: a look-up by the network takes seconds where it is set up badly. */
    private static String thisHost() {
        try {
            return Files.isReadable(HOST_NAME)
                    ? Files.readString(HOST_NAME).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
