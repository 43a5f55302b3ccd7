package glissade.data;

import glissade.data.TableSpec.Missing;
import glissade.numeric.Block;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Rows of files that a trained model has not met. Any stretch can be read, anywhere; features are raw, and a target that is not
 * known is NaN. What is wrong with them is {@link BadData} that names file and line.
 */
public interface NewRows extends Serializable {
    /** How many. */
    long rows();

    /** Rows left out as a cell is missing. */
    default long dropped() {
        return 0;
    }

    /** Whether files hold targets at all. */
    boolean hasTargets();

    /** Whether rows are called something. */
    default boolean hasIds() {
        return false;
    }

    /** Hands the rows {@code [from, to)} to the sink, in sparse blocks. */
    void read(long from, long to, Consumer<Block> sink);

    /** What the rows {@code [from, to)} are called, where they are. */
    default void readIds(long from, long to, Consumer<String> sink) {
        throw new BadData("rows have no ids: data.id names no column");
    }

    /**
     * What is known of the rows that a model learnt from, by which others are understood.
     *
     * @param source how they were read
     * @param coding how their cells became features; null where there were none
     * @param features how many there are
     * @param names of the features; empty where there are very many
     * @param classNames empty for a value
     */
    record Known(DataSpec source, TableCoding coding, int features, List<String> names, List<String> classNames) {
        /** The rule for missing cells. */
        Missing missing() {
            return source.table() == null
                    ? TableSpec.DEFAULT_MISSING
                    : source.table().missing();
        }

        /** By columns: of a table's, or of numbers called as the features. */
        TableCoding columns() {
            if (coding == null && names.isEmpty()) {
                throw new BadData("the model's " + features + " features have no names to find columns by");
            }
            return coding == null ? TableCoding.numbers(names) : coding;
        }

        /** How a target becomes a number. Files of generated rows number the classes. */
        TargetCode target(String name) {
            boolean numbered = SourceKind.of(source.source()).isGenerated();
            List<String> labels = numbered ? SourceShape.numbered(classNames.size()) : classNames;
            return labels.isEmpty() ? TargetCode.value(name) : TargetCode.classes(name, ClassLabels.of(labels));
        }
    }

    /** Whether a path means other files, or none, on other machines. */
    static boolean readsThisMachine(String path) {
        return Storage.of(path).isThisMachine(path);
    }

    /** Opens a file, a folder or a glob; Spark is asked for help where there is much to look at. */
    static NewRows open(String path, Known known, Supplier<JavaSparkContext> spark) {
        return new NewFiles(path, known, spark).open();
    }
}
