package glissade.gate;

import java.util.Locale;

/**
 * Which run a run is held against.
 *
 * @param kind how it is found
 * @param run its id, where it is pinned; otherwise empty
 */
public record BaselineChoice(Kind kind, String run) {
    public static final BaselineChoice PREVIOUS = new BaselineChoice(Kind.PREVIOUS, "");

    /** How a baseline is found. */
    public enum Kind {
        /** The last one that succeeded, which is to have passed its gate. */
        PREVIOUS,
        /** The best one that ever passed. */
        RATCHET,
        NONE,
        PINNED;

        /** As a config file says it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public BaselineChoice {
        if (run.isEmpty() == (kind == Kind.PINNED)) {
            throw new IllegalArgumentException("a run id is for a pinned baseline, and it needs one");
        }
    }

    /** As a config file says it: a kind, or the id of a run. */
    public static BaselineChoice of(String text) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.PINNED && kind.text().equals(text)) {
                return new BaselineChoice(kind, "");
            }
        }
        return new BaselineChoice(Kind.PINNED, text);
    }

    /** As a config file says it. */
    public String text() {
        return kind == Kind.PINNED ? run : kind.text();
    }
}
