package glissade.config;

import com.typesafe.config.ConfigOrigin;

/**
 * Where a value was written.
 *
 * @param origin a file's name, or {@code --set path=value}
 * @param line from 1, or 0 where there are no lines
 */
public record Place(String origin, int line) implements Comparable<Place> {
    private static final String OVERRIDE = "--set ";

    /** The place of one override. */
    static Place override(String assignment) {
        return new Place(OVERRIDE + assignment, 0);
    }

    /** HOCON appends {@code ": line"} or {@code ": first-last"} to the name it was given. */
    static Place of(ConfigOrigin origin) {
        String description = origin.description();
        if (description.startsWith(OVERRIDE)) {
            return override(description.substring(OVERRIDE.length()).replaceFirst(": \\d+$", ""));
        }
        return new Place(description.replaceFirst(": \\d+(-\\d+)?$", ""), Math.max(0, origin.lineNumber()));
    }

    boolean isOverride() {
        return origin.startsWith(OVERRIDE);
    }

    /** Whether this is {@code --set path=...}, spelled that way. */
    boolean isOverrideOf(String path) {
        return origin.startsWith(OVERRIDE + path + "=");
    }

    /** Files before overrides, then by line. */
    @Override
    public int compareTo(Place other) {
        int byKind = Boolean.compare(isOverride(), other.isOverride());
        if (byKind != 0) {
            return byKind;
        }
        int byOrigin = origin.compareTo(other.origin);
        return byOrigin != 0 ? byOrigin : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return line > 0 ? origin + ":" + line : origin;
    }
}
