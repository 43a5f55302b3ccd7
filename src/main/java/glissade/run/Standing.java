package glissade.run;

import glissade.engine.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How well a configuration did.
 *
 * @param configuration its id
 * @param values the selected number of each replicate in turn; NaN of one that failed, diverged or has no such number
 */
record Standing(String configuration, List<Double> values) {
    Standing {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Configurations whose replicates all have a number before those of which some have none; then by mean, then by id. */
    static Comparator<Standing> bestFirst(Selection selection) {
        return Comparator.comparing((Standing standing) -> !standing.isWhole())
                .thenComparing((a, b) ->
                        selection.compare(a.sample().mean(), b.sample().mean()))
                .thenComparing(Standing::configuration);
    }

    private boolean isWhole() {
        return values.stream().noneMatch(value -> value.isNaN());
    }

    /** The numbers there are. */
    Sample sample() {
        return new Sample(values.stream().filter(value -> !value.isNaN()).toList());
    }

    /**
     * Whether this cannot be told from another configuration: the 95 % interval of the mean of the differences between
     * replicates of the same number holds 0. Not known with fewer than two of these.
     */
    Optional<Boolean> isTiedWith(Standing other) {
        if (configuration.equals(other.configuration)) {
            return Optional.of(true);
        }
        List<Double> differences = new ArrayList<>();
        for (int replicate = 0; replicate < Math.min(values.size(), other.values.size()); replicate++) {
            double difference = values.get(replicate) - other.values.get(replicate);
            if (!Double.isNaN(difference)) {
                differences.add(difference);
            }
        }
        Sample sample = new Sample(differences);
        double half = sample.halfInterval();
        return Double.isNaN(half) ? Optional.empty() : Optional.of(Math.abs(sample.mean()) <= half);
    }
}
