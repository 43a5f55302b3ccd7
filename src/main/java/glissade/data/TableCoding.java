package glissade.data;

import java.util.ArrayList;
import java.util.List;

/**
 * How the cells of a table became features: stored with a model, so that rows to come are understood as those it learnt from.
 * Features stand in the order of the columns; a class is a target's place among the names of the classes.
 *
 * @param columns all of a CSV table in their order; of a Parquet table those that matter
 */
public record TableCoding(List<Column> columns) {
    /** What a column is for. */
    public enum Use {
        NUMBER,
        /** One feature for each category. */
        CATEGORY,
        /** Several numbers in each cell: a list or a vector. */
        NUMBERS,
        TARGET,
        ID,
        UNUSED
    }

    /**
     * A column.
     *
     * @param name in the header; null where there is none
     * @param use what it is for
     * @param width numbers in each cell of {@code NUMBERS}, else 1
     * @param categories in the order of their features
     * @param missing what each of its features is where a cell is missing; empty where that is not known
     */
    public record Column(String name, Use use, int width, List<String> categories, List<Float> missing) {
        public Column {
            categories = List.copyOf(categories);
            missing = List.copyOf(missing);
        }

        /** How many features it has. */
        public int features() {
            return switch (use) {
                case NUMBER -> 1;
                case CATEGORY -> categories.size();
                case NUMBERS -> width;
                case TARGET, ID, UNUSED -> 0;
            };
        }
    }

    public TableCoding {
        columns = List.copyOf(columns);
    }

    /** Plain numbers without other columns: what a model that learnt from no table takes a table for. */
    static TableCoding numbers(List<String> names) {
        return new TableCoding(names.stream()
                .map(name -> new Column(name, Use.NUMBER, 1, List.of(), List.of()))
                .toList());
    }

    /** Whether every feature is a number of the table. */
    public boolean hasOnlyNumbers() {
        return columns.stream().noneMatch(column -> column.use() == Use.CATEGORY);
    }

    /** A name for each feature: that of its column, with the category or the place in it. */
    public List<String> featureNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String own = column.name() == null || column.name().isEmpty() ? "column " + (i + 1) : column.name();
            for (int feature = 0; feature < column.features(); feature++) {
                names.add(
                        switch (column.use()) {
                            case CATEGORY -> own + "=" + column.categories().get(feature);
                            case NUMBERS -> own + "[" + feature + "]";
                            default -> own;
                        });
            }
        }
        return names;
    }
}
