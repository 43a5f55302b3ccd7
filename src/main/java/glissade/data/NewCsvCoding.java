package glissade.data;

import glissade.data.TableCoding.Use;
import java.util.List;

/**
 * Lines of a CSV file as rows for a model that has been trained. Where files have headers, columns are found by their names, in
 * any order and beside any others; else by their places, and the target's column may be there or not.
 */
final class NewCsvCoding implements RowCoding {
    private static final long serialVersionUID = 1;
    private static final int NONE = -1;

    private final CellCoding cells;
    private final TargetCode target;
    private final char delimiter;
    private final int width;
    private final boolean header;
    /** Where the cell of each of the model's columns is in a line. */
    private final int[] places;

    private final int targetPlace;
    private final int idPlace;

    /** For a table that begins like this. */
    NewCsvCoding(CellCoding cells, CsvHead head, TableSpec spec, NewRows.Known known) {
        this.cells = cells;
        this.delimiter = spec.delimiter().charAt(0);
        this.width = head.columns();
        this.header = spec.header();
        this.places = new int[cells.columns()];
        ColumnName own = spec.target();
        int trainedTarget = indexOf(cells, Use.TARGET);
        String targetName = trainedTarget == NONE ? "target" : cells.name(trainedTarget);
        boolean lacksTarget = !header && trainedTarget != NONE && width == cells.columns() - 1;
        requireWidth(head, lacksTarget || (trainedTarget == NONE && width == cells.columns() + 1));
        for (int column = 0; column < places.length; column++) {
            places[column] = header
                    ? find(head.names(), cells.name(column), column)
                    : column - (lacksTarget && column > trainedTarget ? 1 : 0);
        }
        requireFeatures(head);
        targetPlace = header
                ? find(head.names(), own == null || own.name() == null ? targetName : own.name(), trainedTarget)
                : trainedTarget == NONE
                        ? (width > cells.columns() ? cells.columns() : NONE)
                        : lacksTarget ? NONE : trainedTarget;
        idPlace = id(head, spec);
        target = known.target("the target, " + (targetPlace == NONE ? "" : head.inWords(targetPlace)) + ",");
    }

    private static int indexOf(CellCoding cells, Use use) {
        for (int column = 0; column < cells.columns(); column++) {
            if (cells.use(column) == use) {
                return column;
            }
        }
        return NONE;
    }

    /** By a name that only one column has, else by the place that it had. */
    private static int find(List<String> names, String name, int place) {
        int found = name == null || name.isEmpty() ? NONE : names.indexOf(name);
        if (found != NONE && found == names.lastIndexOf(name)) {
            return found;
        }
        boolean same = place >= 0 && place < names.size() && names.get(place).equals(name);
        return same ? place : NONE;
    }

    private void requireWidth(CsvHead head, boolean fits) {
        if (!header && width != cells.columns() && !fits) {
            throw new BadData(head.location() + ", line 1: " + width + " cells, expected " + cells.columns()
                    + " as in the rows that the model learnt from, or one less without the target");
        }
    }

    private void requireFeatures(CsvHead head) {
        StringBuilder lacking = new StringBuilder();
        for (int column = 0; column < places.length; column++) {
            if (cells.isFeature(column) && places[column] == NONE) {
                lacking.append(lacking.isEmpty() ? "" : ", ").append(cells.inWords(column));
            }
        }
        if (!lacking.isEmpty()) {
            throw new BadData(head.location() + ", line 1: the header lacks " + lacking
                    + ", which the model learnt from; it has "
                    + Utf8.oneLine(String.join(", ", head.names()))
                    + " (is --set data.delimiter or data.header needed?)");
        }
    }

    private int id(CsvHead head, TableSpec spec) {
        int trained = indexOf(cells, Use.ID);
        if (spec.id() != null && (spec.id().name() == null || trained == NONE)) {
            return spec.id().name() == null && !header && trained != NONE
                    ? places[trained]
                    : head.find(spec.id(), "data.id");
        }
        if (spec.id() != null && header) {
            return find(head.names(), spec.id().name(), NONE);
        }
        return trained == NONE ? NONE : places[trained];
    }

    boolean hasTargets() {
        return targetPlace != NONE;
    }

    @Override
    public boolean hasIds() {
        return idPlace != NONE;
    }

    /** Splits a line; false if no row is in it. */
    private boolean split(CsvCells line, byte[] text, int from, int to) {
        if (line.isBlank(text, from, to)) {
            return false;
        }
        line.split(text, from, to);
        if (line.count() != width) {
            throw new BadLine((line.count() == 1 ? "1 cell" : line.count() + " cells") + ", expected " + width
                    + " as in " + (header ? "the header" : "the first line"));
        }
        for (int column = 0; column < places.length; column++) {
            int place = places[column];
            if (place != NONE && cells.drops(column, text, line.start(place), line.end(place))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Encoder encoder() {
        CsvCells line = new CsvCells(delimiter);
        return (text, from, to, rows) -> {
            if (!split(line, text, from, to)) {
                return false;
            }
            for (int column = 0; column < places.length; column++) {
                if (cells.isFeature(column)) {
                    cells.put(column, text, line.start(places[column]), line.end(places[column]), rows);
                }
            }
            rows.endRow(targetPlace == NONE ? Float.NaN : target(text, line.start(targetPlace), line.end(targetPlace)));
            return true;
        };
    }

    private float target(byte[] text, int from, int to) {
        return CsvMissing.isMissing(text, from, to) ? Float.NaN : target.code(text, from, to);
    }

    @Override
    public IdReader ids() {
        CsvCells line = new CsvCells(delimiter);
        return (text, from, to) -> split(line, text, from, to) ? line.text(text, idPlace) : null;
    }
}
