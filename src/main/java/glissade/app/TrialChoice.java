package glissade.app;

import glissade.plan.Trial;
import glissade.plan.Trials;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which trial of an experiment is meant by the beginning of an id. */
final class TrialChoice {
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{4,}");
    private static final int MOST_NAMED = 3;

    private TrialChoice() {}

    static Trial of(Trials trials, String beginning) {
        if (!BEGINNING.matcher(beginning).matches()) {
            throw new BadInput("--trial " + beginning
                    + ": expected an id of a trial, or its first digits, at least 4 (0 to 9," + " a to f)");
        }
        List<Trial> meant = trials.all().stream()
                .filter(trial -> trial.id().startsWith(beginning))
                .toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        String found = meant.isEmpty()
                ? "no trial has this id; the nearest are " + ids(nearest(trials.all(), beginning))
                : meant.size() + " trials begin like this: " + ids(meant);
        throw new BadInput("--trial " + beginning + ": " + found);
    }

    private static String ids(List<Trial> trials) {
        return String.join(
                ", ", trials.stream().map(Trial::id).limit(MOST_NAMED).toList());
    }

    /** By digits in the right place. */
    private static List<Trial> nearest(List<Trial> all, String beginning) {
        Comparator<Trial> byLikeness = Comparator.comparing(trial -> -likeness(trial.id(), beginning));
        return all.stream()
                .sorted(byLikeness.thenComparing(Trial::id))
                .limit(MOST_NAMED)
                .toList();
    }

    private static long likeness(String id, String beginning) {
        return IntStream.range(0, Math.min(id.length(), beginning.length()))
                .filter(digit -> id.charAt(digit) == beginning.charAt(digit))
                .count();
    }
}
