package glissade.config;

import java.util.function.LongFunction;

/** An integer within limits, both included. */
record WholeNumber<N extends Number>(long least, long most, LongFunction<N> convert) implements ValueType<N> {
    static WholeNumber<Integer> ofInt(int least) {
        return new WholeNumber<>(least, Integer.MAX_VALUE, Math::toIntExact);
    }

    static WholeNumber<Long> ofLong(long least) {
        return new WholeNumber<>(least, Long.MAX_VALUE, Long::valueOf);
    }

    @Override
    public N read(Literal literal) throws UnfitValue {
        if (literal.value() instanceof Long number && number >= least && number <= most) {
            return convert.apply(number);
        }
        throw new UnfitValue(expected(), literal);
    }

    @Override
    public String expected() {
        boolean limited = most == Integer.MAX_VALUE;
        if (least == Long.MIN_VALUE) {
            return "a whole number";
        }
        return "a whole number of at least " + least + (limited ? " (below 2^31)" : "");
    }

    @Override
    public String name() {
        return "whole number";
    }

    @Override
    public String show(N value) {
        return value.toString();
    }

    @Override
    public Object plain(N value) {
        return value.longValue();
    }

    @Override
    public void write(N value, TypedHash hash) {
        hash.whole(value.longValue());
    }
}
