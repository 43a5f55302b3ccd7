package glissade.config;

/** A finite number from a lower limit, included or not, to an upper limit that is not included. */
record RealNumber(double lower, boolean lowerIncluded, double upper) implements ValueType<Double> {
    static RealNumber above(double limit) {
        return new RealNumber(limit, false, Double.POSITIVE_INFINITY);
    }

    static RealNumber atLeast(double limit) {
        return new RealNumber(limit, true, Double.POSITIVE_INFINITY);
    }

    /** A number in [lower, upper). */
    static RealNumber within(double lower, double upper) {
        return new RealNumber(lower, true, upper);
    }

    @Override
    public Double read(Literal literal) throws UnfitValue {
        if (literal.value() instanceof Number number) {
            double value = number.doubleValue() + 0.0; // -0 becomes 0, as their bits differ in hashes
            if ((lowerIncluded ? value >= lower : value > lower) && value < upper) {
                return value;
            }
        }
        throw new UnfitValue(expected(), literal);
    }

    @Override
    public String expected() {
        String from = DecimalText.of(lower);
        if (upper < Double.POSITIVE_INFINITY) {
            return "a number in the range " + (lowerIncluded ? "[" : "(") + from + ", " + DecimalText.of(upper) + ")";
        }
        return (lowerIncluded ? "a number of at least " : "a number above ") + from;
    }

    @Override
    public String name() {
        return "number";
    }

    @Override
    public String show(Double value) {
        return DecimalText.of(value);
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
