package glissade.gate;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run must be like to be used. A limit that is null is none.
 *
 * @param asked whether an experiment has a gate at all
 * @param require bounds on metrics
 * @param baseline the run before it that it is held against
 * @param drop by how much the selected number may be worse than the baseline's, beyond the noise of replicates
 * @param diverged the largest share of trials that may diverge or fail
 * @param minutes from the run's first second to its last
 * @param data what the data must be like before anything is trained
 * @param keep so many of the last runs are kept; 0 for all
 * @param written every key of the gate with its value, so that one gate can be told from another
 */
public record GateSpec(
        boolean asked,
        List<MetricRule> require,
        BaselineChoice baseline,
        Double drop,
        double diverged,
        Double minutes,
        DataGate data,
        int keep,
        SortedMap<String, Object> written) {
    public static final double DEFAULT_DIVERGED = 1;
    public static final int KEEP_ALL = 0;

    /** No gate. */
    public static final GateSpec NONE = new GateSpec(
            false,
            List.of(),
            BaselineChoice.PREVIOUS,
            null,
            DEFAULT_DIVERGED,
            null,
            DataGate.OPEN,
            KEEP_ALL,
            new TreeMap<>());

    public GateSpec {
        require = List.copyOf(require);
        written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
    }
}
