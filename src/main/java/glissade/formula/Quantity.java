package glissade.formula;

import java.util.List;

/**
 * A symbol of a formula and what it was in a run.
 *
 * @param symbol as formulas write it; empty for something that has no symbol
 * @param meaning in words
 * @param values as formulas write them: each that occurs, smallest first, or where there are too many to read, the smallest
 *     and the largest; none for a symbol that has no value of its own
 * @param count how many different ones occur
 */
public record Quantity(String symbol, String meaning, List<String> values, int count) {
    public Quantity {
        values = List.copyOf(values);
    }
}
