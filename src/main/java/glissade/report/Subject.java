package glissade.report;

import java.util.List;

/**
 * What a report is about, beside its tables.
 *
 * @param name of the experiment
 * @param metric the number that ranks trials, for example {@code validation.accuracy}
 * @param bestEpoch whether it is that of a trial's best epoch, rather than of its last
 * @param ranked rows of {@code trials}, best first
 */
public record Subject(String name, String metric, boolean bestEpoch, List<Integer> ranked) {
    public Subject {
        ranked = List.copyOf(ranked);
    }

    /** The split on which that number is measured. */
    String split() {
        return metric.substring(0, metric.indexOf('.'));
    }

    /** The column of {@code trials} that holds it. */
    String column() {
        return (bestEpoch ? "best_" : "final_") + metric.replace('.', '_');
    }

    /** In words. */
    String metricInWords() {
        return metric.replace('.', ' ');
    }

    boolean smallIsGood() {
        return metric.endsWith("loss");
    }
}
