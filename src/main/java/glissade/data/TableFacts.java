package glissade.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a table is like, apart from its numbers: what is held against another night's.
 *
 * @param columns those that matter, in their order
 * @param leftOut share of the rows that were left out, as a cell is missing
 */
public record TableFacts(List<Column> columns, double leftOut) implements Serializable {
    /** Of data that is no table. */
    public static final TableFacts NONE = new TableFacts(List.of(), 0);

    /**
     * A column.
     *
     * @param name in the header, or its number from 1
     * @param use number, category, numbers or target
     * @param missing share of the rows in which its cell is missing
     */
    public record Column(String name, String use, double missing) implements Serializable {}

    public TableFacts {
        columns = List.copyOf(columns);
    }

    /** Of cells of which none is missing; null where there are no cells of different kinds. */
    static TableFacts of(TableCoding coding) {
        return coding == null ? NONE : of(coding, new double[coding.columns().size()], 0);
    }

    /** With the share that is missing, for each column that was coded. */
    static TableFacts of(TableCoding coding, double[] missing, double leftOut) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < missing.length; i++) {
            TableCoding.Column column = coding.columns().get(i);
            boolean matters = column.use() != TableCoding.Use.UNUSED && column.use() != TableCoding.Use.ID;
            if (matters) {
                String name =
                        column.name() == null || column.name().isEmpty() ? Integer.toString(i + 1) : column.name();
                columns.add(new Column(name, column.use().name().toLowerCase(Locale.ROOT), missing[i]));
            }
        }
        return new TableFacts(columns, leftOut);
    }
}
