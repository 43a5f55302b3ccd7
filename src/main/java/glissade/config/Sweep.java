package glissade.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The trials to make of a base.
 *
 * @param grid axes whose every combination is a point, by path
 */
public record Sweep(List<Axis<?>> grid) {
    public Sweep {
        grid = grid.stream()
                .sorted(Comparator.comparing(axis -> axis.key().path()))
                .toList();
    }

    /** The axis over a key, if there is one. */
    @SuppressWarnings("unchecked") // paths are unique, so that an equal path means the same key
    <T> Optional<Axis<T>> axis(Key<T> key) {
        return grid.stream()
                .filter(axis -> axis.key().path().equals(key.path()))
                .map(axis -> (Axis<T>) axis)
                .findFirst();
    }
}
