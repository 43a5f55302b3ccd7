package glissade.config;

import java.util.function.LongFunction;

/** An integer within limits, both included. */
record WholeNumber<N extends Number>(long least, long most, LongFunction<N> convert) implements ValueType<N> {
    static WholeNumber<Integer> ofInt(int least) {
        return ofInt(least, Integer.MAX_VALUE);
    }

    static WholeNumber<Integer> ofInt(int least, int most) {
        return new WholeNumber<>(least, most, Math::toIntExact);
    }

    static WholeNumber<Long> any() {
        return ofLong(Long.MIN_VALUE);
    }

    static WholeNumber<Long> ofLong(long least) {
        return ofLong(least, Long.MAX_VALUE);
    }

    static WholeNumber<Long> ofLong(long least, long most) {
        return new WholeNumber<>(least, most, Long::valueOf);
    }

    @Override
    public N read(Literal literal) throws UnfitValue {
        if (literal.value() instanceof Long number && number >= least && number <= most) {
            return convert.apply(number);
        }
        boolean tooLarge = literal.value() instanceof Long number && number > most;
        throw new UnfitValue(tooLarge ? "a whole number of at most " + most : expected(), literal);
    }

    @Override
    public String expected() {
        return least == Long.MIN_VALUE ? "a whole number" : "a whole number of at least " + least;
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
