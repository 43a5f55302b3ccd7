package glissade.store;

/**
 * What every row of a file of rows has.
 *
 * @param features numbers a row, in the columns x0, x1 and so on
 * @param classes whether the target is a class, a whole number from 0 up, rather than a value
 */
public record RowShape(int features, boolean classes) {
    public static final String TARGET = "target";
    /** All features of a row as one list, where there would be too many columns. */
    public static final String FEATURES = "features";

    /** Each column of a Parquet file has buffers of its own; beyond so many they cost more than they hold. */
    private static final int MOST_COLUMNS = 128;

    public RowShape {
        if (features < 1) {
            throw new IllegalArgumentException("a row has at least one feature, got " + features);
        }
    }

    /** The column of a feature, counted from 0. */
    public static String feature(int number) {
        return "x" + number;
    }

    /** Whether Parquet holds the features as one list. */
    public static boolean isWide(int features) {
        return features > MOST_COLUMNS;
    }
}
