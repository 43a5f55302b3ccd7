package glissade.report;

import glissade.report.Trails.Trail;
import glissade.store.Schemas;
import glissade.store.Table;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The trials that are told apart by colour: the leading ones, each in the colour of its place; of ways over surfaces the best of
 * each kind on the liveliest one, in the colour of its kind. A trial has the same colour in all pictures and on the page.
 */
final class DrawnTrials {
    private final String words;
    private final Optional<Trails> trails;
    private final List<Integer> rows;

    private DrawnTrials(String words, Optional<Trails> trails, List<Integer> rows) {
        this.words = words;
        this.trails = trails;
        this.rows = rows;
    }

    static DrawnTrials of(RunTables run) throws IOException {
        Optional<Table> trajectory = run.table(Schemas.TRAJECTORY);
        if (trajectory.isEmpty()) {
            return new DrawnTrials("the leading trials", Optional.empty(), run.leaders(Palette.MOST_LINES));
        }
        Trails trails = new Trails(run);
        String surface = LiveliestSurface.of(run, trajectory.get());
        String words = trails.inWords() + (surface.isEmpty() ? "" : " on " + surface);
        List<Integer> rows = trails.over(surface).stream().map(Trail::row).toList();
        return new DrawnTrials(words, Optional.of(trails), rows);
    }

    /** What they have in common. */
    String words() {
        return words;
    }

    /** Whether they walked over a surface, and learned from no rows. */
    boolean areOnSurface() {
        return trails.isPresent();
    }

    /** Best first. */
    List<Integer> rows() {
        return rows;
    }

    /** Of one that has none of its own, that of words. */
    Color colour(int row) {
        int colour = trails.map(all -> all.colour(row)).orElseGet(() -> rows.indexOf(row));
        return colour < 0 ? Palette.INK : Palette.line(colour);
    }
}
