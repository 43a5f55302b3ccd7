package glissade.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows under named, typed columns, kept column by column and appended row by row. Cells may be empty. */
public final class Table {
    private final String name;
    private final List<Column> columns;
    private final List<Cells> cells;
    private int rows;

    /**
     * A table without rows.
     *
     * @param name also the name of its files
     * @param columns in the order of its files
     */
    public Table(String name, List<Column> columns) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.cells = columns.stream().map(Cells::new).toList();
        long names = columns.stream().map(Column::name).distinct().count();
        if (names != columns.size()) {
            throw new IllegalArgumentException("table " + name + " has two columns of one name: "
                    + columns.stream().map(Column::name).collect(Collectors.joining(", ")));
        }
    }

    /** Appends a row: a String, a Long or Integer, or a Double for each column in turn; null and NaN are empty cells. */
    public void add(List<?> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "table " + name + " has " + columns.size() + " columns, the row has " + row.size() + " cells");
        }
        for (int column = 0; column < row.size(); column++) {
            cells.get(column).add(row.get(column));
        }
        rows++;
    }

    public String name() {
        return name;
    }

    public List<Column> columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** The place of a column. */
    public int column(String wanted) {
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).name().equals(wanted)) {
                return column;
            }
        }
        throw new IllegalArgumentException("table " + name + " has no column " + wanted);
    }

    /** The cells of a row, as they are appended; null where empty. */
    public List<Object> row(int row) {
        List<Object> cells = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            cells.add(cell(row, column));
        }
        return cells;
    }

    private Object cell(int row, int column) {
        if (isEmpty(row, column)) {
            return null;
        }
        return switch (columns.get(column).type()) {
            case STRING -> text(row, column);
            case LONG -> (Object) whole(row, column);
            case DOUBLE -> (Object) real(row, column);
        };
    }

    public boolean isEmpty(int row, int column) {
        return cells.get(column).isEmpty(row);
    }

    /** A STRING cell; null when empty. */
    public String text(int row, int column) {
        return cells.get(column).text(row);
    }

    /** A LONG cell; 0 when empty. */
    public long whole(int row, int column) {
        return cells.get(column).bits(row);
    }

    /** A DOUBLE cell; NaN when empty. */
    public double real(int row, int column) {
        return isEmpty(row, column)
                ? Double.NaN
                : Double.longBitsToDouble(cells.get(column).bits(row));
    }
}
