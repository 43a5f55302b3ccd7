package glissade.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntBiFunction;

/**
 * What the user probably meant, by the optimal string alignment distance (insert, delete, replace, swap neighbours;
 * Damerau 1964). Paths are compared as a whole and by their last segments, and a segment's initials or one of its
 * words count as one edit, so that {@code lr} and {@code rate} find {@code learning-rate}.
 */
final class NearestName {
    /** A right last segment in the wrong section loses to one edit in the right section, and wins against two. */
    private static final int OTHER_SECTION = 3;

    private static final int UNRELATED = Integer.MAX_VALUE;

    private NearestName() {}

    static Optional<String> ofNames(String wrong, Collection<String> names) {
        return nearest(wrong, names, NearestName::rankOfName);
    }

    static Optional<String> ofPaths(String wrong, Collection<String> paths) {
        return nearest(wrong, paths, NearestName::rankOfPath);
    }

    private static Optional<String> nearest(
            String wrong, Collection<String> names, ToIntBiFunction<String, String> ranking) {
        String nearest = null;
        int best = UNRELATED;
        for (String name : names) {
            int rank = ranking.applyAsInt(normal(wrong), normal(name));
            if (rank < best) {
                best = rank;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int rankOfName(String wrong, String name) {
        int edits = distance(wrong, name);
        return edits <= Math.max(1, wrong.length() / 3) ? edits : UNRELATED;
    }

    /** Twice the edits. */
    private static int rankOfPath(String wrong, String name) {
        if (name.endsWith("." + wrong)) {
            return OTHER_SECTION - 1;
        }
        int whole = distance(wrong, name);
        int rank = whole <= Math.max(1, wrong.length() / 4) ? 2 * whole : UNRELATED;
        String wrongLast = lastSegment(wrong);
        int last = segmentDistance(wrongLast, lastSegment(name));
        if (last <= Math.max(1, wrongLast.length() / 3)) {
            rank = Math.min(rank, 2 * last + (section(wrong).equals(section(name)) ? 0 : OTHER_SECTION));
        }
        return rank;
    }

    private static int segmentDistance(String wrong, String segment) {
        String[] words = segment.split("-");
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            initials.append(word, 0, Math.min(1, word.length()));
        }
        boolean related = words.length > 1
                && (initials.toString().equals(wrong) || Arrays.asList(words).contains(wrong));
        return related ? 1 : distance(wrong, segment);
    }

    private static int distance(String a, String b) {
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        Arrays.setAll(previous, column -> column);
        for (int row = 1; row <= a.length(); row++) {
            current[0] = row;
            for (int column = 1; column <= b.length(); column++) {
                int cost = a.charAt(row - 1) == b.charAt(column - 1) ? 0 : 1;
                int edits = Math.min(Math.min(previous[column], current[column - 1]) + 1, previous[column - 1] + cost);
                if (row > 1
                        && column > 1
                        && a.charAt(row - 1) == b.charAt(column - 2)
                        && a.charAt(row - 2) == b.charAt(column - 1)) {
                    edits = Math.min(edits, beforePrevious[column - 2] + 1);
                }
                current[column] = edits;
            }
            int[] spare = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = spare;
        }
        return previous[b.length()];
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String section(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }
}
