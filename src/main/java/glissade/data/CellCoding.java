package glissade.data;

import glissade.data.TableCoding.Column;
import glissade.data.TableCoding.Use;
import glissade.data.TableSpec.Missing;
import glissade.numeric.Block;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** The cells of rows to come as features, by the coding that was stored with a model. */
public final class CellCoding implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int MOST_SHOWN = 10;

    private final String[] names;
    private final Use[] uses;
    private final int[] firstFeatures;
    private final int features;
    private final ByteTexts[] categories;
    private final float[][] substitutes;
    private final Missing missing;

    /** With the rule by which missing cells are treated. */
    public CellCoding(TableCoding coding, Missing missing) {
        List<Column> columns = coding.columns();
        this.missing = missing;
        names = new String[columns.size()];
        uses = new Use[columns.size()];
        firstFeatures = new int[columns.size()];
        categories = new ByteTexts[columns.size()];
        substitutes = new float[columns.size()][];
        int next = 0;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            names[i] = column.name();
            uses[i] = column.use();
            firstFeatures[i] = next;
            next += column.features();
            categories[i] = column.use() == Use.CATEGORY ? texts(column.categories()) : null;
            substitutes[i] = floats(column.missing());
        }
        features = next;
    }

    private static ByteTexts texts(List<String> all) {
        ByteTexts texts = new ByteTexts();
        for (String text : all) {
            byte[] bytes = Utf8.bytes(text);
            texts.add(bytes, 0, bytes.length);
        }
        return texts;
    }

    private static float[] floats(List<Float> list) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i);
        }
        return values;
    }

    int columns() {
        return uses.length;
    }

    int features() {
        return features;
    }

    Use use(int column) {
        return uses[column];
    }

    String name(int column) {
        return names[column];
    }

    /** Whether something is learnt from a column. */
    boolean isFeature(int column) {
        return uses[column] == Use.NUMBER || uses[column] == Use.CATEGORY;
    }

    /** A column as messages call it. */
    String inWords(int column) {
        return names[column] == null || names[column].isEmpty()
                ? "column " + (column + 1)
                : "column '" + Utf8.oneLine(names[column]) + "'";
    }

    /** Whether a row is left out because of this cell. */
    boolean drops(int column, byte[] text, int from, int to) {
        return missing == Missing.DROP && isFeature(column) && CsvMissing.isMissing(text, from, to);
    }

    /** Sets the features of a column of the row in progress. Throws {@link BadLine}. */
    void put(int column, byte[] text, int from, int to, BlockBuilder rows) {
        if (CsvMissing.isMissing(text, from, to)) {
            putMissing(column, text, from, to, rows);
        } else if (uses[column] == Use.NUMBER) {
            rows.value(firstFeatures[column], FloatText.parseFinite(text, from, to, inWords(column), ""));
        } else {
            int category = categories[column].find(text, from, to);
            if (category < 0) {
                throw new BadLine(inWords(column) + " is " + BadLine.quoted(text, from, to)
                        + ", which no row had that the model learnt from; expected " + known(categories[column]));
            }
            rows.value(firstFeatures[column] + category, 1);
        }
    }

    private static String known(ByteTexts texts) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < Math.min(MOST_SHOWN, texts.size()); i++) {
            all.append(i == 0 ? "" : ", ").append(texts.text(i));
        }
        return all + (texts.size() > MOST_SHOWN ? ", ..." : "");
    }

    private void putMissing(int column, byte[] text, int from, int to, BlockBuilder rows) {
        if (missing != Missing.MEAN) {
            throw new BadLine(
                    inWords(column) + " is " + (from == to ? "empty" : BadLine.quoted(text, from, to) + " (missing)")
                            + ", and the model learnt from rows without missing cells; --set data.missing=drop leaves such rows out");
        }
        for (int i = 0; i < substitutes[column].length; i++) {
            rows.value(firstFeatures[column] + i, substitutes[column][i]);
        }
    }

    /** The features of one row, from its cells by the names of their columns; others may be there. */
    public float[] encode(Map<String, String> cells) {
        BlockBuilder row = BlockBuilder.of(features, false, 1, 0);
        for (int column = 0; column < uses.length; column++) {
            if (isFeature(column)) {
                String cell = cells.get(names[column]);
                if (cell == null) {
                    throw new IllegalArgumentException("the row has no " + inWords(column));
                }
                byte[] text = Utf8.bytes(cell.strip());
                try {
                    put(column, text, 0, text.length, row);
                } catch (BadLine e) {
                    throw new IllegalArgumentException(e.getMessage(), e);
                }
            }
        }
        row.endRow(0);
        Block block = row.finish();
        return block.values();
    }
}
