package glissade.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is done to raw features, with every constant in full: {@code x' = (float) ((x - shift) / divisor)}, in double, and 0
 * where the divisor is 0, as of a feature that is constant on the training rows. Stored with a model, for rows to come.
 *
 * @param kind how the constants came about
 * @param shifts one for each feature, empty for none
 * @param divisors one for each feature, one for all of them, or empty for none
 */
public record Scaling(ScalingKind kind, List<Double> shifts, List<Double> divisors) {
    public static final Scaling NONE = new Scaling(ScalingKind.NONE, List.of(), List.of());

    private static final int MOST_NAMED = 8;

    public Scaling {
        shifts = List.copyOf(shifts);
        divisors = List.copyOf(divisors);
    }

    static Scaling constant(double divisor) {
        return new Scaling(ScalingKind.CONSTANT, List.of(), List.of(divisor));
    }

    static Scaling fitted(ScalingKind kind, double[] shifts, double[] divisors) {
        return new Scaling(
                kind,
                IntStream.range(0, shifts.length).mapToObj(f -> shifts[f]).toList(),
                IntStream.range(0, divisors.length).mapToObj(f -> divisors[f]).toList());
    }

    /** What the user should know of it. */
    List<String> notes() {
        List<Integer> constant = IntStream.range(0, divisors.size())
                .filter(f -> divisors.get(f) == 0)
                .boxed()
                .toList();
        if (constant.isEmpty()) {
            return List.of();
        }
        int named = Math.min(MOST_NAMED, constant.size());
        String numbers =
                constant.subList(0, named).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return List.of(constant.size() + (constant.size() == 1 ? " feature is" : " features are")
                + " constant on the training rows and 0 by data.scaling = " + kind.text() + " (counted from 0: "
                + numbers + (named < constant.size() ? ", ..." : "") + ")");
    }
}
