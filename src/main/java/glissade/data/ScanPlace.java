package glissade.data;

import java.io.Serializable;
import java.util.List;

/** Where a pass over blocks of rows is made: in this thread, or by the tasks of a Spark job. What is found is the same. */
interface ScanPlace {
    /** In this thread, in one stretch. */
    ScanPlace HERE = new ScanPlace() {
        @Override
        public <T> List<T> over(long blocks, Stretch<T> stretch) {
            return List.of(stretch.scan(0, blocks));
        }
    };

    /** What is to be found out about the blocks {@code [from, to)}. */
    @FunctionalInterface
    interface Stretch<T> extends Serializable {
        T scan(long from, long to);
    }

    /** What is found in each stretch of so many blocks, in canonical order; at least one stretch. */
    <T> List<T> over(long blocks, Stretch<T> stretch);
}
