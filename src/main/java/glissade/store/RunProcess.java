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
 * @param birth in which boot of the machine, and after how many ticks: the same whatever is done to the clock; null where the
 *     system does not say
 */
public record RunProcess(String host, long pid, String since, String birth) {
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    /** Where {@code /proc/PID/stat} has the start of a process, counted from its name's end. */
    private static final int START_TICKS = 20;

    /** The system counts starts from a boot time that it corrects now and then. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** This process. */
    public static RunProcess here() {
        ProcessHandle self = ProcessHandle.current();
        return new RunProcess(
                thisHost(), self.pid(), start(self).map(Instant::toString).orElse(null), birth(self));
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
        String birthFound = birth == null ? null : birth(found);
        if (birthFound != null) {
            return birth.equals(birthFound);
        }
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

    private static String birth(ProcessHandle process) {
        try {
            String facts = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String ticks = facts.substring(facts.lastIndexOf(')')).split(" ")[START_TICKS];
            return Files.readString(BOOT).strip() + "+" + ticks;
        } catch (IOException | IndexOutOfBoundsException e) {
            return null;
        }
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
