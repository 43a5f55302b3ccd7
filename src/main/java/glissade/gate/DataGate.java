package glissade.gate;

/**
 * What the data of a run must be like. A limit that is null is none; what is held against a baseline holds where there is none.
 *
 * @param leastRows as a share of the baseline's training rows
 * @param mostRows as a share of the baseline's training rows
 * @param classShare the smallest share of the training rows that a class may have
 * @param classDrift the largest change of the share of a class against the baseline
 * @param missing the largest share of missing cells in a column, or of rows left out because of one
 * @param schema whether columns, what they are for, and the names of classes must be those of the baseline
 * @param success whether the folders of its files must hold a {@code _SUCCESS}
 */
public record DataGate(
        Double leastRows,
        Double mostRows,
        double classShare,
        Double classDrift,
        double missing,
        boolean schema,
        boolean success) {
    public static final double DEFAULT_CLASS_SHARE = 0;
    public static final double DEFAULT_MISSING = 1;

    /** Anything may pass. */
    public static final DataGate OPEN =
            new DataGate(null, null, DEFAULT_CLASS_SHARE, null, DEFAULT_MISSING, false, false);
}
