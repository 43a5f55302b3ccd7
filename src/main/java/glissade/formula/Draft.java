package glissade.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part as one trial has it.
 *
 * @param values of its symbols
 */
record Draft(Heading heading, String name, String meaning, List<String> formulas, List<Value> values) {
    /**
     * A symbol, or none, with a Double, a Long, a formula or a {@link Sized} one; null for a symbol that has no value of its own.
     *
     * @param telling whether it is only of interest where it tells parts of one heading apart
     */
    record Value(String symbol, String meaning, Object value, boolean telling) {}

    /** A formula with its place among others. */
    record Sized(double size, String formula) {}

    private static final Pattern WORDS = Pattern.compile("\\[[^\\]]*\\]");

    Draft {
        formulas = List.copyOf(formulas);
        values = List.copyOf(values);
    }

    static Draft of(Heading heading, String name, String... formulas) {
        return new Draft(heading, name, "", List.of(formulas), List.of());
    }

    /** With a value. */
    Draft with(String symbol, String what, Object value) {
        return with(new Value(symbol, what, value, false));
    }

    /** With something that is only of interest where it tells parts of one heading apart. */
    Draft telling(String what, Object value) {
        return with(new Value("", what, value, true));
    }

    private Draft with(Value value) {
        List<Value> more = new ArrayList<>(values);
        more.add(value);
        return new Draft(heading, name, meaning, formulas, more);
    }

    /** With a value of a symbol, if it occurs. */
    Draft where(String symbol, String what, Object value) {
        return formulas.stream().anyMatch(formula -> holds(formula, symbol)) ? with(symbol, what, value) : this;
    }

    /** Whether a symbol stands in a formula, neither as a part of another nor among its words. */
    private static boolean holds(String whole, String symbol) {
        String formula = WORDS.matcher(whole).replaceAll(" ");
        for (int at = formula.indexOf(symbol); at >= 0; at = formula.indexOf(symbol, at + 1)) {
            int end = at + symbol.length();
            boolean begins = at == 0 || !belongs(formula.charAt(at - 1));
            if (begins && (end == formula.length() || !belongs(formula.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean belongs(char next) {
        return Character.isLetterOrDigit(next) || next == '_' || next == '-';
    }
}
