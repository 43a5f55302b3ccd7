package glissade.store;

import java.util.Optional;

/** Whether a run that says it is running still is: a process that was killed outright could not say anything more. */
public enum Pulse {
    /** It does not say that it is running. */
    ENDED,
    ALIVE,
    /** It says so, but its process is gone. */
    STALE,
    /** It says so, and runs on another machine, so that it cannot be seen from here. */
    UNSEEN;

    public static Pulse of(Status status) {
        if (status.state() != Status.State.RUNNING) {
            return ENDED;
        }
        Optional<Boolean> alive =
                status.process() == null ? Optional.empty() : status.process().isAlive();
        return alive.map(each -> each ? ALIVE : STALE).orElse(UNSEEN);
    }
}
