package glissade.report;

import glissade.report.Stretches.Stretch;
import glissade.store.Table;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;

/** The surface on which the best ways turn most: a straight line is a poor first sight. */
final class LiveliestSurface {
    private static final int MOST_WAYS = 6;

    private final RunTables run;
    private final Table trajectory;
    private final Stretches ways;
    private final List<Integer> rows;

    private LiveliestSurface(RunTables run, Table trajectory) {
        this.run = run;
        this.trajectory = trajectory;
        this.ways = new Stretches(trajectory);
        this.rows = run.leaders(Integer.MAX_VALUE).stream()
                .filter(row -> ways.of(run.id(row)).isPresent())
                .toList();
    }

    /** Its name; empty where no surface was swept. */
    static String of(RunTables run, Table trajectory) {
        LiveliestSurface all = new LiveliestSurface(run, trajectory);
        Comparator<String> byRoom = Comparator.comparingDouble(all::room);
        return all.rows.stream()
                .map(row -> Trails.surface(run, row))
                .distinct()
                .max(byRoom.thenComparing(Comparator.reverseOrder()))
                .orElse("");
    }

    private double room(String surface) {
        return rows.stream()
                .filter(row -> Trails.surface(run, row).equals(surface))
                .limit(MOST_WAYS)
                .map(row -> ways.of(run.id(row)).orElseThrow())
                .mapToDouble(way -> Math.min(extent(way, "x"), extent(way, "y")))
                .max()
                .orElse(0);
    }

    private double extent(Stretch way, String column) {
        int of = trajectory.column(column);
        DoubleSummaryStatistics places = IntStream.range(way.from(), way.to())
                .mapToDouble(row -> trajectory.real(row, of))
                .filter(Double::isFinite)
                .summaryStatistics();
        return places.getCount() == 0 ? 0 : places.getMax() - places.getMin();
    }
}
