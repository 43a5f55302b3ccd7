package glissade.data;

import glissade.data.CsvColumns.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * CSV lines as rows. The features stand in the order of the columns: one for a number, one for each category in the order
 * of their UTF-8 bytes. A category unknown to the training rows has none of them.
 */
final class CsvCoding implements RowCoding {
    private static final long serialVersionUID = 1;

    private final CsvColumns columns;
    private final TargetCode target;
    private final ByteTexts[] categories;
    private final int[] firstFeatures;
    private final int features;
    /** For columns with missing cells: what stands for one in each of their features. */
    private final float[][] substitutes;

    CsvCoding(CsvColumns columns, CsvFormat.Learnt learnt) {
        this.columns = columns;
        target = learnt.target().code();
        categories = new ByteTexts[columns.count()];
        firstFeatures = new int[columns.count()];
        substitutes = new float[columns.count()][];
        long next = 0;
        for (int column : columns.used()) {
            firstFeatures[column] = (int) next;
            if (columns.kind(column) == Kind.CATEGORY) {
                categories[column] = learnt.categories(column).sorted();
                substitutes[column] = shares(categories[column], learnt.rows() - learnt.missing(column));
                next += categories[column].size();
            } else if (columns.kind(column) == Kind.NUMBER) {
                next++;
            }
            if (next > TextRows.MOST_FEATURES) {
                throw new BadData("the columns and their categories give more than " + TextRows.MOST_FEATURES
                        + " features; data.drop leaves columns out");
            }
        }
        features = (int) next;
        if (features == 0) {
            throw new BadData("all cells of the columns to learn from are missing");
        }
    }

    /** The mean of each category's feature over the rows where it is known. */
    private static float[] shares(ByteTexts texts, long known) {
        float[] shares = new float[texts.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) ((double) texts.count(i) / known);
        }
        return shares;
    }

    /** Lets a missing number of a column be its mean. */
    void substitute(int column, double mean) {
        substitutes[column] = new float[] {(float) mean};
    }

    int features() {
        return features;
    }

    /** How many there are in a column of them. */
    int categories(int column) {
        return categories[column].size();
    }

    TargetCode target() {
        return target;
    }

    @Override
    public Encoder encoder() {
        CsvCells cells = columns.cells();
        return (text, from, to, rows) -> encode(cells, text, from, to, rows);
    }

    @Override
    public boolean hasIds() {
        return columns.id() != CsvColumns.NONE;
    }

    @Override
    public TableCoding stored() {
        List<TableCoding.Column> stored = new ArrayList<>();
        for (int column = 0; column < columns.count(); column++) {
            stored.add(new TableCoding.Column(
                    columns.names().get(column), use(column), 1, names(categories[column]), list(substitutes[column])));
        }
        return new TableCoding(stored);
    }

    private TableCoding.Use use(int column) {
        return switch (columns.kind(column)) {
            case NUMBER -> TableCoding.Use.NUMBER;
            case CATEGORY -> TableCoding.Use.CATEGORY;
            case TARGET -> TableCoding.Use.TARGET;
            case UNUSED -> column == columns.id() ? TableCoding.Use.ID : TableCoding.Use.UNUSED;
        };
    }

    private static List<String> names(ByteTexts texts) {
        return texts == null
                ? List.of()
                : IntStream.range(0, texts.size()).mapToObj(texts::text).toList();
    }

    private static List<Float> list(float[] values) {
        List<Float> list = new ArrayList<>();
        for (int i = 0; values != null && i < values.length; i++) {
            list.add(values[i]);
        }
        return list;
    }

    @Override
    public IdReader ids() {
        if (columns.id() == CsvColumns.NONE) {
            return RowCoding.super.ids();
        }
        CsvCells cells = columns.cells();
        return (text, from, to) -> columns.splitRow(cells, text, from, to) ? cells.text(text, columns.id()) : null;
    }

    private boolean encode(CsvCells cells, byte[] text, int from, int to, BlockBuilder rows) {
        if (!columns.splitRow(cells, text, from, to)) {
            return false;
        }
        for (int column : columns.used()) {
            int start = cells.start(column);
            int end = cells.end(column);
            if (column == columns.target()) {
                continue;
            }
            if (CsvMissing.isMissing(text, start, end)) {
                putSubstitute(column, rows);
            } else if (categories[column] == null) {
                rows.value(firstFeatures[column], columns.number(text, start, end, column));
            } else {
                int category = categories[column].find(text, start, end);
                if (category >= 0) {
                    rows.value(firstFeatures[column] + category, 1);
                }
            }
        }
        rows.endRow(target.code(text, cells.start(columns.target()), cells.end(columns.target())));
        return true;
    }

    private void putSubstitute(int column, BlockBuilder rows) {
        float[] values = substitutes[column];
        for (int i = 0; values != null && i < values.length; i++) {
            rows.value(firstFeatures[column] + i, values[i]);
        }
    }
}
