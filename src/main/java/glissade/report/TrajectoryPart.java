package glissade.report;

import glissade.report.Stretches.Stretch;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The table {@code trajectory} in a page: of each path, the places that lie so far from the last one kept that the eye sees
 * it, and the last place. The distance doubles until all paths fit.
 */
final class TrajectoryPart {
    private static final int MOST_PLACES = 24_000;
    private static final int MOST_PLACES_OF_ONE = 1_000;
    private static final double FINEST = 1.0 / 400;
    /** Where nobody has stored the ground: about as far as all landscapes begin from their deepest point. */
    private static final double FAR = 2;

    private final RunTables run;
    private final Table trajectory;
    private final Stretches stretches;
    private final Trails trails;
    private final List<String> maps = new ArrayList<>();

    TrajectoryPart(RunTables run, Table trajectory) {
        this.run = run;
        this.trajectory = trajectory;
        this.stretches = new Stretches(trajectory);
        this.trails = new Trails(run);
    }

    void write(LandscapeMaps landscapes, JsonText json) {
        List<Integer> rows = run.order().stream()
                .filter(row -> stretches.of(run.id(row)).isPresent())
                .toList();
        List<int[]> places = places(rows, landscapes);
        boolean thinned = false;
        json.name("trajectory").beginObject().name("lines").beginArray();
        for (int i = 0; i < rows.size(); i++) {
            writeLine(rows.get(i), places.get(i), json);
            thinned |= places.get(i).length
                    < stretches.of(run.id(rows.get(i))).orElseThrow().length();
        }
        json.endArray().name("maps").beginArray();
        maps.forEach(name -> landscapes.write(name, json));
        json.endArray().name("first").value(Math.max(0, maps.indexOf(LiveliestSurface.of(run, trajectory))));
        json.name("note");
        json.value(
                thinned
                        ? "Places too close together for the eye are left out of this page; trajectory.csv has them all."
                        : "");
        json.endObject();
    }

    private List<int[]> places(List<Integer> rows, LandscapeMaps landscapes) {
        for (double share = FINEST; ; share *= 2) {
            double close = share;
            List<int[]> places = rows.stream()
                    .map(row -> places(
                            stretches.of(run.id(row)).orElseThrow(),
                            close * landscapes.extent(Trails.surface(run, row), FAR)))
                    .toList();
            if (places.stream().mapToInt(kept -> kept.length).sum() <= MOST_PLACES || close >= 1) {
                return places;
            }
        }
    }

    private int[] places(Stretch stretch, double distance) {
        int x = trajectory.column("x");
        int y = trajectory.column("y");
        IntStream.Builder kept = IntStream.builder();
        int last = stretch.from();
        kept.add(last);
        for (int row = stretch.from() + 1; row < stretch.to(); row++) {
            double across = trajectory.real(row, x) - trajectory.real(last, x);
            double up = trajectory.real(row, y) - trajectory.real(last, y);
            boolean seen = !(across * across + up * up < distance * distance);
            if (seen || row == stretch.to() - 1) {
                kept.add(row);
                last = row;
            }
        }
        int[] rows = kept.build().toArray();
        return IntStream.of(new Stretch(0, rows.length).thinned(MOST_PLACES_OF_ONE))
                .map(place -> rows[place])
                .toArray();
    }

    private void writeLine(int row, int[] places, JsonText json) {
        String surface = Trails.surface(run, row);
        if (!maps.contains(surface)) {
            maps.add(surface);
        }
        json.beginObject().name("row").value(row).name("map").value(maps.indexOf(surface));
        json.name("kind").value(trails.kind(row));
        json.name("length").value(places.length);
        for (String column : List.of("step", "x", "y", "loss")) {
            json.name(column);
            Series.write(Series.cells(trajectory, trajectory.column(column), places), json);
        }
        json.endObject();
    }
}
