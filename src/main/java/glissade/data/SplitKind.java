package glissade.data;

import java.util.Locale;

/** The values of {@code data.split}: how training rows are chosen to be held out. */
public enum SplitKind {
    /** By a keyed hash of each row's place: no row's side depends on another row. */
    HASH,
    /** By the same hash within each class, so that every split has the same share of it. */
    STRATIFIED,
    /** The last rows in canonical order. */
    TIME;

    /** As written in a config. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether rows stay on their side when others are appended. */
    boolean isStable() {
        return this == HASH;
    }
}
