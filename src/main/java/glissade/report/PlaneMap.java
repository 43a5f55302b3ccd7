package glissade.report;

import glissade.store.Column;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one model says at each point of a grid over the plane: a stretch of {@code boundary} or {@code boundary_epochs}. */
final class PlaneMap {
    private final Table table;
    private final int from;
    private final int size;
    private final int epoch;
    private final int x;
    private final int y;
    private final int predicted;
    private final int value;
    private final int probability;

    private PlaneMap(Table table, int from, int to, int epoch) {
        this.table = table;
        this.from = from;
        this.size = to - from;
        this.epoch = epoch;
        this.x = table.column("x");
        this.y = table.column("y");
        this.predicted = table.column("predicted");
        this.value = table.column("predicted_value");
        this.probability = table.column("probability");
    }

    /** All in a table, in its order. */
    static List<PlaneMap> all(Table table) {
        List<PlaneMap> maps = new ArrayList<>();
        int id = table.column(Schemas.TRIAL_ID);
        int epoch = table.columns().stream().map(Column::name).toList().indexOf("epoch");
        int from = 0;
        for (int to = 1; to <= table.rows(); to++) {
            boolean ends = to == table.rows()
                    || !table.text(to, id).equals(table.text(from, id))
                    || (epoch >= 0 && table.whole(to, epoch) != table.whole(from, epoch));
            if (ends) {
                maps.add(new PlaneMap(table, from, to, epoch));
                from = to;
            }
        }
        return maps;
    }

    String trial() {
        return table.text(from, table.column(Schemas.TRIAL_ID));
    }

    /** After which it was so; empty for that which stands for the trial. */
    Optional<Long> epoch() {
        return epoch < 0 ? Optional.empty() : Optional.of(table.whole(from, epoch));
    }

    int size() {
        return size;
    }

    /** Points side by side: those with the first one's y. */
    int width() {
        int width = 1;
        while (width < size && y(width) == y(0)) {
            width++;
        }
        return width;
    }

    double x(int point) {
        return table.real(from + point, x);
    }

    double y(int point) {
        return table.real(from + point, y);
    }

    /** The class; null where none is said. */
    String predicted(int point) {
        return table.text(from + point, predicted);
    }

    double probability(int point) {
        return table.real(from + point, probability);
    }

    double value(int point) {
        return table.real(from + point, value);
    }
}
