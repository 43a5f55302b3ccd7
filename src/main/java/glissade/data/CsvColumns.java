package glissade.data;

import glissade.data.TableSpec.Missing;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The columns of a CSV table: their names, and what each is for. */
final class CsvColumns implements Serializable {
    private static final long serialVersionUID = 1;
    static final int NONE = -1;
    private static final int MOST_SHOWN = 8;

    /** What a column is for. */
    enum Kind {
        NUMBER,
        CATEGORY,
        TARGET,
        UNUSED
    }

    private final ArrayList<String> names;
    private final Kind[] kinds;
    private final int[] used;
    private final int target;
    private final int id;
    private final boolean targetIsNumber;
    private final TableSpec spec;

    private CsvColumns(List<String> names, Kind[] kinds, int target, int id, boolean targetIsNumber, TableSpec spec) {
        this.names = new ArrayList<>(names);
        this.kinds = kinds;
        this.target = target;
        this.id = id;
        this.targetIsNumber = targetIsNumber;
        this.spec = spec;
        used = IntStream.range(0, kinds.length)
                .filter(column -> kinds[column] != Kind.UNUSED)
                .toArray();
    }

    /**
     * What the config says of the columns, and where it says nothing, what their first known cells say: a column that
     * begins with text is one of categories.
     */
    static CsvColumns of(TableSpec spec, CsvHead head) {
        int target = spec.target() == null ? head.columns() - 1 : head.find(spec.target(), "data.target");
        int id = spec.id() == null ? NONE : head.find(spec.id(), "data.id");
        if (id == target) {
            throw new BadData(head.location() + ": data.id and data.target are both " + head.inWords(target));
        }
        Kind[] kinds = new Kind[head.columns()];
        for (int column = 0; column < kinds.length; column++) {
            kinds[column] = head.isText(column) ? Kind.CATEGORY : Kind.NUMBER;
        }
        for (ColumnName column : spec.categorical()) {
            kinds[head.find(column, "data.categorical")] = Kind.CATEGORY;
        }
        for (ColumnName column : spec.drop()) {
            int dropped = head.find(column, "data.drop");
            if (dropped == target) {
                throw new BadData(head.location() + ": data.drop names the target, " + head.inWords(target));
            }
            kinds[dropped] = Kind.UNUSED;
        }
        if (id != NONE) {
            kinds[id] = Kind.UNUSED;
        }
        kinds[target] = Kind.TARGET;
        CsvColumns columns = new CsvColumns(head.names(), kinds, target, id, !head.isText(target), spec);
        if (columns.used.length < 2) {
            throw new BadData(head.location() + " has no column to learn from beside the target, "
                    + head.inWords(target) + " (of " + head.columns() + "; is data.delimiter right?)");
        }
        return columns;
    }

    int count() {
        return kinds.length;
    }

    /** The columns that matter, in their order. */
    int[] used() {
        return used;
    }

    Kind kind(int column) {
        return kinds[column];
    }

    int target() {
        return target;
    }

    /** The column that is passed through, or {@link #NONE}. */
    int id() {
        return id;
    }

    TableSpec spec() {
        return spec;
    }

    CsvCells cells() {
        return new CsvCells(spec.delimiter().charAt(0));
    }

    TargetTally targetTally() {
        return new TargetTally("the target, " + inWords(target) + ",", spec.task(), targetIsNumber);
    }

    List<String> names() {
        return names;
    }

    /** A column as messages call it. */
    String inWords(int column) {
        return CsvHead.inWords(names, column);
    }

    /** A column by its name, or its number where it has none. */
    String plainName(int column) {
        String name = names.get(column);
        return name == null || name.isEmpty() ? Integer.toString(column + 1) : name;
    }

    /** The number in a cell. */
    float number(byte[] text, int from, int to, int column) {
        float value = FloatText.parse(text, from, to);
        return Float.isFinite(value)
                ? value
                : FloatText.parseFinite(
                        text, from, to, inWords(column), " (data.categorical is for columns of categories)");
    }

    /** What was made of the columns. */
    String remark(CsvCoding coding) {
        List<String> categories = new ArrayList<>();
        int numbers = 0;
        for (int column : used) {
            numbers += kinds[column] == Kind.NUMBER ? 1 : 0;
            if (kinds[column] == Kind.CATEGORY) {
                categories.add(plainName(column) + " " + coding.categories(column));
            }
        }
        List<String> shown = categories.subList(0, Math.min(MOST_SHOWN, categories.size()));
        return "features from " + numbers + " columns of numbers"
                + (categories.isEmpty()
                        ? ""
                        : " and " + categories.size() + " of categories: " + String.join(", ", shown))
                + (shown.size() < categories.size() ? ", ..." : "");
    }

    /** Splits a line, and says whether a row is in it: a blank line has none, nor one that is left out as incomplete. */
    boolean splitRow(CsvCells cells, byte[] line, int from, int to) {
        if (cells.isBlank(line, from, to)) {
            return false;
        }
        cells.split(line, from, to);
        if (cells.count() != kinds.length) {
            throw new BadLine((cells.count() == 1 ? "1 cell" : cells.count() + " cells") + ", expected " + kinds.length
                    + " as in " + (spec.header() ? "the header" : "the first line"));
        }
        if (spec.missing() == Missing.MEAN) {
            requireCell(
                    cells,
                    line,
                    target,
                    "; the mean of a target would mean nothing, data.missing = drop leaves it out");
            return true;
        }
        for (int column : used) {
            if (spec.missing() == Missing.DROP && CsvMissing.isMissing(line, cells.start(column), cells.end(column))) {
                return false;
            }
            requireCell(cells, line, column, "; data.missing = mean or drop would allow that");
        }
        return true;
    }

    private void requireCell(CsvCells cells, byte[] line, int column, String hint) {
        if (CsvMissing.isMissing(line, cells.start(column), cells.end(column))) {
            boolean empty = cells.start(column) == cells.end(column);
            throw new BadLine(inWords(column) + " is "
                    + (empty ? "empty" : BadLine.quoted(line, cells.start(column), cells.end(column)) + " (missing)")
                    + hint);
        }
    }
}
