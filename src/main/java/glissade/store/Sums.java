package glissade.store;

import glissade.numeric.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a file {@code SHA256SUMS}: a line for each file of a folder, sorted by name, in the form that {@code sha256sum
 * -c SHA256SUMS} reads, then a comment, which that skips, with the sum of these lines themselves. Needs no Hadoop.
 *
 * @param byName the SHA-256 of files in hexadecimal digits, by their paths in the folder
 */
record Sums(NavigableMap<String, String> byName) {
    static final String FILE = "SHA256SUMS";
    static final Sums NONE = new Sums(new TreeMap<>());

    private static final String OWN = "# SHA-256 of the lines above: ";
    private static final Pattern LINE = Pattern.compile("(?m)^([0-9a-f]{64}) {2}(.+)$");

    Sums {
        byName = Collections.unmodifiableNavigableMap(new TreeMap<>(byName));
    }

    /** What a file says; throws if it is not what was written. */
    static Sums parse(byte[] file, String path) throws Damaged {
        String text = new String(file, StandardCharsets.UTF_8);
        Sums sums = lenient(text);
        if (!text.equals(sums.text())) {
            throw new Damaged(path, "its own checksum is wrong");
        }
        return sums;
    }

    /** The lines that can be read, be they right or not. */
    static Sums lenient(String text) {
        SortedMap<String, String> found = new TreeMap<>();
        for (Matcher line = LINE.matcher(text); line.find(); ) {
            found.put(line.group(2), line.group(1));
        }
        return new Sums(new TreeMap<>(found));
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        byName.forEach(
                (name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
        return lines.toString();
    }

    private String own() {
        return Sha256.of(lines().getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        return lines() + OWN + own() + "\n";
    }

    /** As its file holds it. */
    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a damaged file shows that it was this once: all its lines are whole, or the sum of them is. */
    boolean isProvenBy(String damaged) {
        return !byName.isEmpty() && (damaged.startsWith(lines() + OWN.charAt(0)) || damaged.contains(own()));
    }

    /** With other sums for some files, or for some more. */
    Sums with(Map<String, String> others) {
        NavigableMap<String, String> all = new TreeMap<>(byName);
        all.putAll(others);
        return new Sums(all);
    }

    Sums without(String name) {
        NavigableMap<String, String> others = new TreeMap<>(byName);
        others.remove(name);
        return new Sums(others);
    }
}
