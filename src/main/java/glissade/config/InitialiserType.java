package glissade.config;

import glissade.numeric.DecimalText;
import glissade.optim.Initialiser;
import glissade.optim.Initialiser.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A distribution of starting values: a name, or a call such as {@code "uniform(-0.1, 0.1)"}. */
record InitialiserType() implements ValueType<Initialiser> {
    private static final Pattern CALL = Pattern.compile("(\\w+)\\s*\\(\\s*([^,()]+?)\\s*(?:,\\s*([^,()]+?)\\s*)?\\)");
    private static final Map<String, Kind> PLAIN =
            Map.of("zeros", Kind.ZEROS, "xavier", Kind.XAVIER, "he", Kind.HE, "lecun", Kind.LECUN);

    @Override
    public Initialiser read(Literal literal) throws UnfitValue {
        if (literal.value() instanceof String text) {
            if (PLAIN.containsKey(text)) {
                return new Initialiser(PLAIN.get(text), 0, 0);
            }
            Matcher call = CALL.matcher(text);
            if (call.matches()) {
                return called(call.group(1), call.group(2), call.group(3), literal);
            }
        }
        throw new UnfitValue(expected(), literal);
    }

    private Initialiser called(String function, String first, String second, Literal literal) throws UnfitValue {
        try {
            double a = Double.parseDouble(first) + 0.0; // -0 becomes 0, as their bits differ in hashes
            double b = second == null ? 0 : Double.parseDouble(second) + 0.0;
            if (Double.isFinite(a) && Double.isFinite(b)) {
                if (function.equals("uniform") && second != null) {
                    return new Initialiser(Kind.UNIFORM, a, b);
                }
                if (function.equals("point") && second != null) {
                    return new Initialiser(Kind.POINT, a, b);
                }
                if (function.equals("normal") && second == null) {
                    return new Initialiser(Kind.NORMAL, a, 0);
                }
            }
        } catch (NumberFormatException e) {
            throw new UnfitValue(expected(), literal);
        } catch (IllegalArgumentException e) {
            throw new UnfitValue(e.getMessage());
        }
        throw new UnfitValue(expected(), literal);
    }

    @Override
    public String expected() {
        return "zeros, xavier, he, lecun, \"uniform(a, b)\", \"normal(sd)\" or \"point(x, y)\"";
    }

    @Override
    public String name() {
        return "initialiser";
    }

    @Override
    public String show(Initialiser value) {
        String name = value.kind().name().toLowerCase(Locale.ROOT);
        List<String> constants =
                constants(value).stream().map(DecimalText::plain).toList();
        return constants.isEmpty() ? name : name + "(" + String.join(", ", constants) + ")";
    }

    @Override
    public Object plain(Initialiser value) {
        return show(value);
    }

    @Override
    public void write(Initialiser value, TypedHash hash) {
        hash.text(value.kind().name());
        constants(value).forEach(hash::number);
    }

    private static List<Double> constants(Initialiser value) {
        return switch (value.kind()) {
            case UNIFORM, POINT -> List.of(value.a(), value.b());
            case NORMAL -> List.of(value.a());
            case ZEROS, XAVIER, HE, LECUN -> List.of();
        };
    }

    @Override
    public boolean textual() {
        return true;
    }
}
