package glissade.data;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a source knows before its rows are read.
 *
 * @param trainingRows rows before validation rows are held out
 * @param testRows rows for the test, 0 for none
 * @param features numbers a row
 * @param classNames one for each class, empty for a value target
 * @param remarks what was concluded where the config left it open
 */
record SourceShape(long trainingRows, long testRows, int features, List<String> classNames, List<String> remarks)
        implements Serializable {
    SourceShape {
        classNames = List.copyOf(classNames);
        remarks = List.copyOf(remarks);
        if (trainingRows < 1) {
            throw new BadData("there are no rows to train on");
        }
        if (testRows < 0 || features < 1) {
            throw new IllegalArgumentException("a source has at least one feature and no negative row count");
        }
    }

    SourceShape(long trainingRows, long testRows, int features, List<String> classNames) {
        this(trainingRows, testRows, features, classNames, List.of());
    }

    /** The same with other numbers of rows. */
    SourceShape withRows(long training, long test) {
        return new SourceShape(training, test, features, classNames, remarks);
    }

    /** Classes without better names. */
    static List<String> numbered(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    /** Whether there are few values, zeros counted. */
    boolean isSmall() {
        return trainingRows + testRows <= DataScan.SMALL_VALUES / features;
    }

    int classes() {
        return classNames.size();
    }

    long rows(Source.Part part) {
        return part == Source.Part.TRAINING ? trainingRows : testRows;
    }
}
