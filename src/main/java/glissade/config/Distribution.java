package glissade.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the values of a key are drawn from.
 *
 * @param shape which law
 * @param bounds the lowest and the highest value, or all there are to choose from
 */
record Distribution<T>(ValueType<T> type, Shape shape, List<Literal> bounds) {
    private static final OneOf<Shape> SHAPES = OneOf.of(Shape.class);

    /** A law. */
    enum Shape {
        UNIFORM,
        LOG_UNIFORM,
        INT,
        CHOICE
    }

    /** Reads {@code { uniform = [a, b] }} and the like; every value that it can give fits the type. */
    static <T> Distribution<T> read(ValueType<T> type, Literal literal) throws UnfitValue {
        if (literal.entries().size() != 1) {
            throw new UnfitValue(
                    "{ uniform = [a, b] }, { log-uniform = [a, b] }, { int = [a, b] } or { choice = [...] }", literal);
        }
        Map.Entry<String, Literal> only =
                literal.entries().entrySet().iterator().next();
        Literal name = new Literal(only.getKey(), only.getKey(), literal.place());
        Shape shape = SHAPES.read(name);
        Distribution<T> distribution = new Distribution<>(type, shape, elements(shape, only.getValue()));
        distribution.check(only.getValue());
        return distribution;
    }

    private static List<Literal> elements(Shape shape, Literal literal) throws UnfitValue {
        List<Literal> elements = literal.elements();
        if (shape == Shape.CHOICE && (elements == null || elements.isEmpty())) {
            throw new UnfitValue("a list of values to choose from", literal);
        } else if (shape != Shape.CHOICE && (elements == null || elements.size() != 2)) {
            throw new UnfitValue("the lowest and the highest value, as in [1, 10]", literal);
        }
        return elements;
    }

    /** A type's numbers are a range, so that what lies between two of them fits. */
    private void check(Literal literal) throws UnfitValue {
        List<Object> ends = new ArrayList<>();
        for (Literal bound : bounds) {
            Object end = end(bound);
            if (end == null) {
                throw new UnfitValue(shape == Shape.INT ? "two whole numbers" : "two numbers", literal);
            }
            read(end, bound);
            ends.add(end);
        }
        if (shape == Shape.INT) {
            checkWhole((Long) ends.get(0), (Long) ends.get(1), literal);
        } else if (shape != Shape.CHOICE && !((Double) ends.get(0) <= (Double) ends.get(1))) {
            throw new UnfitValue("the lowest and then the highest value", literal);
        } else if (shape == Shape.LOG_UNIFORM && !((Double) ends.get(0) > 0)) {
            throw new UnfitValue("two numbers above 0", literal);
        }
    }

    /** A bound as draws will be; null if they cannot. */
    private Object end(Literal bound) {
        return switch (shape) {
            case UNIFORM, LOG_UNIFORM -> bound.value() instanceof Number number ? number.doubleValue() : null;
            case INT -> bound.value() instanceof Long ? bound.value() : null;
            case CHOICE -> bound.value();
        };
    }

    private static void checkWhole(long low, long high, Literal literal) throws UnfitValue {
        if (low > high) {
            throw new UnfitValue("the lowest and then the highest value", literal);
        } else if (low < 0 && high >= low + Long.MAX_VALUE) {
            throw new UnfitValue("two numbers less than 2^63 apart", literal);
        }
    }

    private T read(Object value, Literal literal) throws UnfitValue {
        try {
            return type.read(new Literal(value, literal.written(), literal.place()));
        } catch (UnfitValue e) {
            throw value instanceof Double && fits(literal)
                    ? new UnfitValue(type.expected() + " (which { int = [a, b] } draws)", literal)
                    : e;
        }
    }

    private boolean fits(Literal literal) {
        try {
            type.read(literal);
            return true;
        } catch (UnfitValue e) {
            return false;
        }
    }

    T draw(Draw draw) {
        Literal first = bounds.get(0);
        Object value =
                switch (shape) {
                    case UNIFORM -> draw.uniform(real(0), real(1));
                    case LOG_UNIFORM -> draw.logUniform(real(0), real(1));
                    case INT ->
                        draw.whole((Long) first.value(), (Long) bounds.get(1).value());
                    case CHOICE ->
                        bounds.get((int) draw.whole(0, bounds.size() - 1L)).value();
                };
        try {
            return type.read(new Literal(value, String.valueOf(value), first.place()));
        } catch (UnfitValue e) {
            throw new IllegalStateException("a value between two that fit does not: " + value, e);
        }
    }

    private double real(int end) {
        return ((Number) bounds.get(end).value()).doubleValue();
    }

    /** As one would write it. */
    String inWords() {
        String ends = bounds.stream()
                .map(Literal::written)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return SHAPES.show(shape) + " [" + ends + "]";
    }
}
