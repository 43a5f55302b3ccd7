package glissade.config;

import java.util.OptionalInt;

/** A pinned number of shards, a power of two; empty for {@code auto}. */
record ShardsType() implements ValueType<OptionalInt> {
    @Override
    public OptionalInt read(Literal literal) throws UnfitValue {
        if ("auto".equals(literal.value())) {
            return OptionalInt.empty();
        }
        if (literal.value() instanceof Long count
                && count >= 1
                && count <= Integer.MAX_VALUE
                && Long.bitCount(count) == 1) {
            return OptionalInt.of(Math.toIntExact(count));
        }
        throw new UnfitValue(expected(), literal);
    }

    @Override
    public String expected() {
        return "a power of two (1, 2, 4, 8, ...) or auto";
    }

    @Override
    public String name() {
        return "power of two | auto";
    }

    @Override
    public String show(OptionalInt value) {
        return plain(value).toString();
    }

    @Override
    public Object plain(OptionalInt value) {
        return value.isPresent() ? (Object) (long) value.getAsInt() : "auto";
    }

    @Override
    public void write(OptionalInt value, TypedHash hash) {
        value.ifPresentOrElse(hash::whole, () -> hash.text("auto"));
    }
}
