package glissade.config;

import glissade.numeric.DecimalText;
import glissade.optim.Range;

/** A finite number within a range. */
record RealNumber(Range range) implements ValueType<Double> {
    @Override
    public Double read(Literal literal) throws UnfitValue {
        if (literal.value() instanceof Number number) {
            double value = number.doubleValue() + 0.0; // -0 becomes 0, as their bits differ in hashes
            if (Double.isFinite(value) && range.contains(value)) {
                return value;
            }
        }
        throw new UnfitValue(expected(), literal);
    }

    @Override
    public String expected() {
        if (range.equals(Range.ALL)) {
            return "a number";
        }
        String from = DecimalText.plain(range.low());
        if (range.high() < Double.POSITIVE_INFINITY) {
            return "a number in the range " + (range.lowIncluded() ? "[" : "(") + from + ", "
                    + DecimalText.plain(range.high()) + (range.highIncluded() ? "]" : ")");
        }
        return (range.lowIncluded() ? "a number of at least " : "a number above ") + from;
    }

    @Override
    public String name() {
        return "number";
    }

    @Override
    public String show(Double value) {
        return DecimalText.plain(value);
    }

    @Override
    public Object plain(Double value) {
        return value;
    }

    @Override
    public void write(Double value, TypedHash hash) {
        hash.number(value);
    }
}
