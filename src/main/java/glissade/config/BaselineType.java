package glissade.config;

import glissade.gate.BaselineChoice;
import java.util.regex.Pattern;

/** A way to find a baseline, or the id of a run. */
record BaselineType() implements ValueType<BaselineChoice> {
    private static final Pattern FOLDER = Pattern.compile("[^/\\\\\\s]+");

    @Override
    public BaselineChoice read(Literal literal) throws UnfitValue {
        if (literal.value() instanceof String text && FOLDER.matcher(text).matches()) {
            return BaselineChoice.of(text);
        }
        throw new UnfitValue(expected(), literal);
    }

    @Override
    public String expected() {
        return "previous, ratchet, none, or the id of a run in quotes";
    }

    @Override
    public String name() {
        return "previous | ratchet | none | run id";
    }

    @Override
    public String show(BaselineChoice value) {
        return value.text();
    }

    @Override
    public Object plain(BaselineChoice value) {
        return show(value);
    }

    @Override
    public void write(BaselineChoice value, TypedHash hash) {
        hash.text(show(value));
    }

    @Override
    public boolean textual() {
        return true;
    }
}
