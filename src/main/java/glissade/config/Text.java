package glissade.config;

import java.util.regex.Pattern;

/** Text of a certain shape. */
record Text(Pattern shape, String expected) implements ValueType<String> {
    static Text any() {
        return new Text(Pattern.compile(".*", Pattern.DOTALL), "text");
    }

    @Override
    public String read(Literal literal) throws UnfitValue {
        if (literal.value() instanceof String text && shape.matcher(text).matches()) {
            return text;
        }
        throw new UnfitValue(expected, literal);
    }

    @Override
    public String name() {
        return "text";
    }

    @Override
    public String show(String value) {
        return value.isEmpty() ? "\"\"" : value;
    }

    @Override
    public Object plain(String value) {
        return value;
    }

    @Override
    public void write(String value, TypedHash hash) {
        hash.text(value);
    }

    @Override
    public boolean textual() {
        return true;
    }
}
