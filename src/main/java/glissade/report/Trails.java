package glissade.report;

import glissade.store.Schemas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which trials' ways are drawn over a surface, and in which colour: the best one of each optimizer where several were tried,
 * else of each value of the swept path with the most values that can be told apart, else simply the best trials.
 */
final class Trails {
    private static final String SURFACE = "model.surface";
    private static final String OPTIMIZER = "training.optimizer.type";

    /** A trial, in the colour of its place in the legend. */
    record Trail(int row, int colour) {}

    private final RunTables run;
    private final Optional<SweptAxis> axis;

    Trails(RunTables run) {
        this.run = run;
        List<SweptAxis> axes = Schemas.swept(run.trials()).stream()
                .filter(column -> !column.name().equals(SURFACE))
                .map(column -> new SweptAxis(run, column))
                .filter(each -> each.values().size() > 1 && each.values().size() <= Palette.MOST_LINES)
                .toList();
        this.axis = axes.stream()
                .filter(each -> each.column().name().equals(OPTIMIZER))
                .findFirst()
                .or(() -> axes.stream()
                        .max(Comparator.comparing(each -> each.values().size())));
    }

    /** What the colours mean; empty where each surface has its own best trials. */
    List<String> legend() {
        return axis.map(each -> each.values().stream()
                        .map(value -> each.column().name().equals(OPTIMIZER)
                                ? value
                                : run.names().label(each.column().name()) + " " + value)
                        .toList())
                .orElse(List.of());
    }

    /** Which trials they are. */
    String inWords() {
        return axis.map(each ->
                        "the best of each " + run.names().label(each.column().name()))
                .orElse("the leading trials");
    }

    /** The kind of a trial, which is its colour; negative where each surface has its own best trials, or it is of no kind. */
    int kind(int row) {
        return axis.map(each -> each.place(row)).orElse(-1);
    }

    /** The colour of a trial: that of its kind, or without kinds of its place among those drawn; negative where it has none. */
    int colour(int row) {
        return axis.isPresent()
                ? kind(row)
                : over(surface(run, row)).stream()
                        .filter(trail -> trail.row() == row)
                        .mapToInt(Trail::colour)
                        .findFirst()
                        .orElse(-1);
    }

    /** The trials of a surface, best first. */
    List<Trail> over(String surface) {
        Map<Integer, Trail> trails = new LinkedHashMap<>();
        for (int row : run.leaders(Integer.MAX_VALUE)) {
            String own = surface(run, row);
            if (own.isEmpty() || own.equals(surface)) {
                int colour = axis.isPresent() ? kind(row) : trails.size();
                if (colour >= 0 && colour < Palette.MOST_LINES) {
                    trails.putIfAbsent(colour, new Trail(row, colour));
                }
            }
        }
        return new ArrayList<>(trails.values());
    }

    /** That of a trial; empty where no surface was swept. */
    static String surface(RunTables run, int row) {
        boolean swept = Schemas.swept(run.trials()).stream()
                .anyMatch(column -> column.name().equals(SURFACE));
        return swept ? run.trials().text(row, run.trials().column(SURFACE)) : "";
    }
}
