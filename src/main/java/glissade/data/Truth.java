package glissade.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What is true of a generated source as a whole, in named numbers in a fixed order: what training should find, and how well
 * anybody could do. All are about raw features, before {@code data.scaling}.
 *
 * @param facts the numbers; empty where nothing is known
 */
public record Truth(List<Fact> facts) implements Serializable {
    public static final Truth UNKNOWN = new Truth(List.of());
    /** Accuracy of the best rule there is. */
    public static final String BAYES_ACCURACY = "bayes.accuracy";
    /** Mean squared error of the best prediction there is. */
    public static final String BAYES_MSE = "bayes.mse";

    /** One of them. */
    public record Fact(String name, double value) implements Serializable {}

    public Truth {
        facts = List.copyOf(facts);
    }

    /** The number of that name, where it is known. */
    public OptionalDouble value(String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .mapToDouble(Fact::value)
                .findFirst();
    }

    /** This and one more. */
    Truth with(String name, double value) {
        return with(List.of(new Fact(name, value)));
    }

    /** This and more. */
    Truth with(List<Fact> more) {
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(more);
        return new Truth(all);
    }

    /** NAME.0, NAME.1 and so on. */
    static List<Fact> numbered(String name, double[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Fact(name + "." + i, values[i]))
                .toList();
    }
}
