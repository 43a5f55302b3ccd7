package glissade.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a run that says it is running still is: a process that was killed outright could not say anything more. */
public enum Pulse {
    /** It does not say that it is running. */
    ENDED,
    ALIVE,
    /** It says so, but its process is gone, or has been silent for too long. */
    STALE,
    /** It says so, on another machine, and gives no signs of life that could be seen from here. */
    UNSEEN;

    /** A process on this machine is looked for; one elsewhere is as alive as its last sign is young. */
    public static Pulse of(Status status, Optional<Instant> lastSign) {
        if (status.state() != Status.State.RUNNING) {
            return ENDED;
        }
        Optional<Boolean> seen =
                status.process() == null ? Optional.empty() : status.process().isAlive();
        return seen.or(() -> lastSign.map(Pulse::isYoung))
                .map(alive -> alive ? ALIVE : STALE)
                .orElse(UNSEEN);
    }

    private static boolean isYoung(Instant sign) {
        return Duration.between(sign, Instant.now()).toMillis() <= RunLock.OLD_MILLIS;
    }
}
