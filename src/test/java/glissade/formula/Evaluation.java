package glissade.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Formulas as what they say: numbers, from the values of names. Words are true, and change nothing. */
final class Evaluation implements Meaning<Evaluation.Term> {
    /** Something with a value, perhaps a name, perhaps several members. */
    record Term(String name, ToDoubleFunction<Map<String, Double>> value, List<Term> members) {
        static Term of(ToDoubleFunction<Map<String, Double>> value) {
            return new Term("", value, List.of());
        }

        double at(Map<String, Double> values) {
            return value.applyAsDouble(values);
        }
    }

    private static final double TRUE = 1;
    private static final double FALSE = 0;

    static Term of(String formula) {
        return Formula.read(formula, new Evaluation());
    }

    /** Lines one after the other: each sets the name on its left. */
    static void run(List<String> formulas, Map<String, Double> values) {
        for (String formula : formulas) {
            String[] sides = formula.split(" (<-|=) ", 2);
            values.put(sides[0], of(sides[1]).at(values));
        }
    }

    private static Term named(String name) {
        return new Term(
                name,
                values -> {
                    if (!values.containsKey(name)) {
                        throw new IllegalArgumentException("nobody says what " + name + " is");
                    }
                    return values.get(name);
                },
                List.of());
    }

    @Override
    public Term number(String digits) {
        return new Term(digits, values -> Double.parseDouble(digits), List.of());
    }

    @Override
    public Term name(String name) {
        return name.equals("pi") ? Term.of(values -> StrictMath.PI) : named(name);
    }

    @Override
    public Term words(String text) {
        return new Term("[]", values -> TRUE, List.of());
    }

    @Override
    public Term scripts(Term base, Term below, Term above) {
        Term lower = below == null ? base : named(base.name() + "_" + below.name());
        return above == null ? lower : Term.of(values -> StrictMath.pow(lower.at(values), above.at(values)));
    }

    @Override
    public Term fraction(Term over, Term under) {
        return Term.of(values -> over.at(values) / under.at(values));
    }

    @Override
    public Term product(Term left, Term right, boolean elementwise) {
        return left.name().equals("[]")
                ? right
                : right.name().equals("[]") ? left : Term.of(values -> left.at(values) * right.at(values));
    }

    @Override
    public Term sum(Term left, Term right, boolean minus) {
        return Term.of(values -> minus ? left.at(values) - right.at(values) : left.at(values) + right.at(values));
    }

    @Override
    public Term negative(Term of) {
        return Term.of(values -> -of.at(values));
    }

    @Override
    public Term tuple(List<Term> members) {
        return new Term("", members.get(0).value(), members);
    }

    @Override
    public Term call(String function, List<Term> of) {
        return Term.of(values -> {
            List<Double> numbers = new ArrayList<>();
            for (int i = 0; i < of.size() && !function.equals("cases"); i++) {
                numbers.add(of.get(i).at(values));
            }
            return switch (function) {
                case "sqrt" -> StrictMath.sqrt(numbers.get(0));
                case "exp" -> StrictMath.exp(numbers.get(0));
                case "log" -> StrictMath.log(numbers.get(0));
                case "cos" -> StrictMath.cos(numbers.get(0));
                case "tanh" -> StrictMath.tanh(numbers.get(0));
                case "floor" -> StrictMath.floor(numbers.get(0));
                case "norm" -> StrictMath.abs(numbers.get(0));
                case "min" -> numbers.stream().min(Double::compare).orElseThrow();
                case "max" -> numbers.stream().max(Double::compare).orElseThrow();
                case "cases" -> cases(of, values);
                default -> throw new IllegalArgumentException("what is " + function + "?");
            };
        });
    }

    private static double cases(List<Term> pairs, Map<String, Double> values) {
        int i = 0;
        while (pairs.get(i + 1).at(values) == FALSE) {
            i += 2;
        }
        return pairs.get(i).at(values);
    }

    @Override
    public Term relation(Term left, String sign, Term right) {
        return Term.of(values -> {
            double a = left.at(values);
            double b = right.at(values);
            boolean holds =
                    switch (sign) {
                        case "<" -> a < b;
                        case ">" -> a > b;
                        case "<=" -> a <= b;
                        case ">=" -> a >= b;
                        default -> throw new IllegalArgumentException("what is " + sign + "?");
                    };
            return holds ? TRUE : FALSE;
        });
    }
}
