package glissade.config;

/** True or false. */
record Flag() implements ValueType<Boolean> {
    @Override
    public Boolean read(Literal literal) throws UnfitValue {
        if (literal.value() instanceof Boolean flag) {
            return flag;
        }
        throw new UnfitValue(expected(), literal);
    }

    @Override
    public String expected() {
        return "true or false";
    }

    @Override
    public String name() {
        return "true | false";
    }

    @Override
    public String show(Boolean value) {
        return value.toString();
    }

    @Override
    public Object plain(Boolean value) {
        return show(value);
    }

    @Override
    public void write(Boolean value, TypedHash hash) {
        hash.whole(value ? 1 : 0);
    }
}
