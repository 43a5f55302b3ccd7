package glissade.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/** A place that outlives the processes that train, where they keep the states of cohorts meanwhile. */
public interface StateStore extends Serializable {
    /** What is kept. */
    @FunctionalInterface
    interface Content {
        void writeTo(DataOutput out) throws IOException;
    }

    /** What is made of it again. */
    @FunctionalInterface
    interface Reading<T> {
        T from(DataInput in) throws IOException;
    }

    /** Puts something in place of what was there under that name, whole or not at all. */
    void write(String name, Content content) throws IOException;

    /** Null where there is nothing of that name; throws if it is not what was written. */
    <T> T read(String name, Reading<T> reading) throws IOException;

    /** Whether executors can do so, too, and not the driver alone. */
    boolean isReachedByExecutors();
}
