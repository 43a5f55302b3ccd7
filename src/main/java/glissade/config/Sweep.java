package glissade.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The trials to make of a base: every combination of the grid's axes and of one step along each joint axis.
 *
 * @param axes all of them, by path
 * @param replicates trials of each configuration
 * @param replicateOrder in which order these see the rows
 */
public record Sweep(List<Axis<?>> axes, int replicates, ReplicateOrder replicateOrder) {
    /** More would not fit a driver; a slip in an axis asks for them easily. */
    public static final int MOST_TRIALS = SweepKeys.MOST_TRIALS;

    public Sweep {
        axes = axes.stream()
                .sorted(Comparator.comparing(axis -> axis.key().path()))
                .toList();
    }

    /** The axis over a key, if there is one. */
    @SuppressWarnings("unchecked") // paths are unique, so that an equal path means the same key
    <T> Optional<Axis<T>> axis(Key<T> key) {
        return axes.stream()
                .filter(axis -> axis.key().path().equals(key.path()))
                .map(axis -> (Axis<T>) axis)
                .findFirst();
    }

    /** The axes of one section, by path. */
    public List<Axis<?>> axes(SweepSection section) {
        return axes.stream().filter(axis -> axis.section() == section).toList();
    }

    /** What is multiplied, in canonical order: each a group of axes of one length, along which one goes together. */
    public List<List<Axis<?>>> factors() {
        List<List<Axis<?>>> factors = new ArrayList<>();
        for (SweepSection section : SweepSection.values()) {
            List<Axis<?>> joint = axes(section);
            if (section == SweepSection.GRID) {
                joint.forEach(axis -> factors.add(List.of(axis)));
            } else if (!joint.isEmpty()) {
                factors.add(joint);
            }
        }
        return factors;
    }
}
