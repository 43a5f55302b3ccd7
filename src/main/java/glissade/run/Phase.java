package glissade.run;

import java.util.Locale;

/** What a run is doing. */
public enum Phase {
    STARTING,
    TRAINING,
    WRITING,
    DONE;

    /** As {@code status.json} says it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
