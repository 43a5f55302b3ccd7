package glissade.numeric;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a benchmark has done, beside how often. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Work {
    /** Multiplications and additions. */
    public long flops;

    /** Elements of an array that was walked. */
    public long elements;
}
