package glissade.report;

import glissade.report.Trails.Trail;
import glissade.store.Schemas;
import glissade.store.Table;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The trials that are told apart by colour: the leading ones, each in the colour of its place; of ways over surfaces the best of
 * each kind on the liveliest one, in the colour of its kind. A trial has the same colour in all pictures and on the page.
 */
final class DrawnTrials {
    private final String words;
    private final boolean onSurface;
    private final List<Trail> trials;

    private DrawnTrials(String words, boolean onSurface, List<Trail> trials) {
        this.words = words;
        this.onSurface = onSurface;
        this.trials = trials;
    }

    static DrawnTrials of(RunTables run) throws IOException {
        Optional<Table> trajectory = run.table(Schemas.TRAJECTORY);
        if (trajectory.isEmpty()) {
            List<Integer> leaders = run.leaders(Palette.MOST_LINES);
            return new DrawnTrials(
                    "the leading trials",
                    false,
                    IntStream.range(0, leaders.size())
                            .mapToObj(place -> new Trail(leaders.get(place), place))
                            .toList());
        }
        Trails trails = new Trails(run);
        String surface = LiveliestSurface.of(run, trajectory.get());
        return new DrawnTrials(
                trails.inWords() + (surface.isEmpty() ? "" : " on " + surface), true, trails.over(surface));
    }

    /** What they have in common. */
    String words() {
        return words;
    }

    /** Whether they walked over a surface, and learned from no rows. */
    boolean areOnSurface() {
        return onSurface;
    }

    /** Best first. */
    List<Trail> trials() {
        return trials;
    }

    List<Integer> rows() {
        return trials.stream().map(Trail::row).toList();
    }

    /** Of one that is not told apart, that of words. */
    Color colour(int row) {
        return trials.stream()
                .filter(trial -> trial.row() == row)
                .findFirst()
                .map(trial -> Palette.line(trial.colour()))
                .orElse(Palette.INK);
    }
}
