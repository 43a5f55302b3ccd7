package glissade.store;

import java.util.Arrays;
import java.util.BitSet;

/** The cells of one column, top to bottom: numbers as 64 bits each, so that a million rows cost megabytes. */
final class Cells {
    private static final int FIRST_CAPACITY = 64;

    private final Column column;
    private final BitSet empty = new BitSet();
    private long[] numbers = {};
    private String[] texts = {};
    private int size;

    Cells(Column column) {
        this.column = column;
    }

    /** Appends a cell. NaN, like null, is an empty cell: nothing was measured. */
    void add(Object value) {
        if (value == null || (value instanceof Double number && number.isNaN())) {
            empty.set(size);
            reserve();
        } else {
            reserve();
            put(value);
        }
        size++;
    }

    private void put(Object value) {
        switch (column.type()) {
            case STRING -> texts[size] = (String) value;
            case LONG -> numbers[size] = value instanceof Integer number ? number : (Long) value;
            case DOUBLE -> numbers[size] = Double.doubleToLongBits((Double) value);
        }
    }

    private void reserve() {
        if (column.type() == Column.Type.STRING) {
            texts = size < texts.length ? texts : Arrays.copyOf(texts, capacity());
        } else {
            numbers = size < numbers.length ? numbers : Arrays.copyOf(numbers, capacity());
        }
    }

    private int capacity() {
        return Math.max(FIRST_CAPACITY, Math.addExact(size, size >> 1));
    }

    boolean isEmpty(int row) {
        return empty.get(row);
    }

    String text(int row) {
        return texts[row];
    }

    /** The number of a LONG, the bits of a DOUBLE. */
    long bits(int row) {
        return numbers[row];
    }
}
