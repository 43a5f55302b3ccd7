package glissade.data;

import java.io.Serializable;
import java.util.List;

/**
 * What is known of a data set once it has been scanned.
 *
 * @param trainingRows rows to train on
 * @param validationRows rows held out of training, 0 for none
 * @param testRows rows for the test, 0 for none
 * @param features numbers a row
 * @param classes number of classes, 0 for a value target
 * @param classNames their names, empty for a value target
 * @param classRows training rows of each class, empty for a value target
 * @param targetVariance mean squared distance of the training targets from their mean; NaN for classes
 * @param sparse whether blocks are CSR, decided from the training rows' exact non-zero count
 * @param storedValues values of the training rows kept in memory in that layout
 * @param fingerprint SHA-256 of the content in hex: values and width, never paths
 * @param remarks what was concluded of it where the config left it open
 * @param notes what the user should know of it
 * @param table what it is like as a table
 */
public record DataSummary(
        long trainingRows,
        long validationRows,
        long testRows,
        int features,
        int classes,
        List<String> classNames,
        List<Long> classRows,
        double targetVariance,
        boolean sparse,
        long storedValues,
        String fingerprint,
        List<String> remarks,
        List<String> notes,
        TableFacts table)
        implements Serializable {
    public DataSummary {
        // Null: files of an older version do not say.
        classNames = List.copyOf(classNames);
        remarks = remarks == null ? List.of() : List.copyOf(remarks);
        notes = notes == null ? List.of() : List.copyOf(notes);
        classRows = classRows == null ? List.of() : List.copyOf(classRows);
        table = table == null ? TableFacts.NONE : table;
    }

    /** Of data that is no table. */
    public DataSummary(
            long trainingRows,
            long validationRows,
            long testRows,
            int features,
            int classes,
            List<String> classNames,
            List<Long> classRows,
            double targetVariance,
            boolean sparse,
            long storedValues,
            String fingerprint,
            List<String> remarks,
            List<String> notes) {
        this(
                trainingRows,
                validationRows,
                testRows,
                features,
                classes,
                classNames,
                classRows,
                targetVariance,
                sparse,
                storedValues,
                fingerprint,
                remarks,
                notes,
                TableFacts.NONE);
    }

    /** The rows of one split. */
    public long rows(Split split) {
        return switch (split) {
            case TRAIN -> trainingRows;
            case VALIDATION -> validationRows;
            case TEST -> testRows;
        };
    }

    /** Memory that all splits take, the others being as full as the training rows are: rounded up, headers left out. */
    public long bytes() {
        double valuesPerRow = (double) storedValues / trainingRows;
        double bytesPerRow = valuesPerRow * (sparse ? Float.BYTES + Integer.BYTES : Float.BYTES)
                + (sparse ? Float.BYTES + Integer.BYTES : Float.BYTES);
        return (long) StrictMath.ceil(bytesPerRow * ((double) trainingRows + validationRows + testRows));
    }

    /** The same content in another layout. */
    DataSummary withLayout(boolean otherSparse, long otherStoredValues) {
        return new DataSummary(
                trainingRows,
                validationRows,
                testRows,
                features,
                classes,
                classNames,
                classRows,
                targetVariance,
                otherSparse,
                otherStoredValues,
                fingerprint,
                remarks,
                notes,
                table);
    }

    DataSummary withNotes(List<String> others) {
        return with(others, table);
    }

    DataSummary withTable(TableFacts facts) {
        return with(notes, facts);
    }

    private DataSummary with(List<String> others, TableFacts facts) {
        return new DataSummary(
                trainingRows,
                validationRows,
                testRows,
                features,
                classes,
                classNames,
                classRows,
                targetVariance,
                sparse,
                storedValues,
                fingerprint,
                remarks,
                others,
                facts);
    }
}
