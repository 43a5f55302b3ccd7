package glissade.config;

import java.util.List;
import java.util.Optional;

/** Whether a key must be given, and whether a given one means anything. */
final class KeyChecks {
    private final Settings settings;
    private final Sweep sweep;
    private final Problems problems;

    KeyChecks(Settings settings, Sweep sweep, Problems problems) {
        this.settings = settings;
        this.sweep = sweep;
        this.problems = problems;
    }

    void check(Key<?> key) {
        Optional<? extends Axis<?>> axis = sweep.axis(key);
        if (problems.concern(key)) {
            return;
        }
        if (axis.isPresent()) {
            checkMeaning(key, axis.get().place(), axis.get().path());
        } else if (settings.isGiven(key)) {
            checkMeaning(key, settings.place(key), key.path());
        }
        boolean given =
                settings.isGiven(key) || axis.filter(each -> !each.hasGaps()).isPresent();
        if (key.standard().isRequired() && !given) {
            problems.add(
                    null, key.path(), "must be given: expected " + key.type().expected());
        }
    }

    /** How much to draw means nothing where nothing is drawn. */
    void checkRandom(boolean drawn) {
        for (Key<?> key : List.of(SweepKeys.TRIALS, SweepKeys.DRAW_SEED)) {
            if (settings.isGiven(key) && !drawn) {
                problems.add(settings.place(key), key.path(), "means nothing without " + SweepSection.RANDOM.path());
            }
        }
    }

    /** A key is in its place if it can mean something in at least one trial. */
    private void checkMeaning(Key<?> key, Place place, String path) {
        for (Condition<?> condition : key.conditions()) {
            boolean known = condition.isKnown(settings, sweep) && !problems.concern(condition.key());
            if (known && !condition.canHold(settings, sweep)) {
                problems.add(
                        place,
                        path,
                        "means nothing with " + condition.wordsInstead(settings, sweep) + ": it is only for "
                                + condition.words());
            }
        }
    }
}
