package glissade.config;

import glissade.data.ColumnName;

/** A column: its name as text, or its number from 1. */
record ColumnNameType() implements ValueType<ColumnName> {
    @Override
    public ColumnName read(Literal literal) throws UnfitValue {
        if (literal.value() instanceof String name) {
            return ColumnName.named(name);
        }
        if (literal.value() instanceof Long number && number >= 1 && number <= Integer.MAX_VALUE) {
            return ColumnName.numbered(Math.toIntExact(number));
        }
        throw new UnfitValue(expected(), literal);
    }

    @Override
    public String expected() {
        return "a column's name, or its number from 1";
    }

    @Override
    public String name() {
        return "column";
    }

    /** A name that looks like a number stands in quotes. */
    @Override
    public String show(ColumnName value) {
        if (value.name() == null) {
            return Integer.toString(value.number());
        }
        return value.name().matches("\\d*") ? "\"" + value.name() + "\"" : value.name();
    }

    @Override
    public Object plain(ColumnName value) {
        return show(value);
    }

    @Override
    public void write(ColumnName value, TypedHash hash) {
        if (value.name() == null) {
            hash.whole(value.number());
        } else {
            hash.text(value.name());
        }
    }
}
