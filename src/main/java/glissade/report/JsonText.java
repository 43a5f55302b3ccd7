package glissade.report;

import glissade.numeric.DecimalText;

/**
 * JSON on its way into a page: without blanks, and with every character escaped that could mean something to HTML, so that no
 * text ends the script element that it stands in.
 */
final class JsonText {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PLAIN = 0x7E;

    private final StringBuilder text = new StringBuilder();
    private boolean followsValue;

    JsonText beginObject() {
        return begin('{');
    }

    JsonText endObject() {
        return end('}');
    }

    JsonText beginArray() {
        return begin('[');
    }

    JsonText endArray() {
        return end(']');
    }

    private JsonText begin(char bracket) {
        separate();
        text.append(bracket);
        followsValue = false;
        return this;
    }

    private JsonText end(char bracket) {
        text.append(bracket);
        followsValue = true;
        return this;
    }

    private void separate() {
        if (followsValue) {
            text.append(',');
        }
        followsValue = true;
    }

    /** The name of the value that comes next. */
    JsonText name(String name) {
        separate();
        quote(name);
        text.append(':');
        followsValue = false;
        return this;
    }

    /** A text, or nothing. */
    JsonText value(String value) {
        separate();
        if (value == null) {
            text.append("null");
        } else {
            quote(value);
        }
        return this;
    }

    JsonText value(long value) {
        separate();
        text.append(value);
        return this;
    }

    JsonText value(boolean value) {
        separate();
        text.append(value);
        return this;
    }

    /** A number in full; nothing where it is none, as JSON has no word for that. */
    JsonText value(double value) {
        separate();
        text.append(Double.isFinite(value) ? DecimalText.of(value) : "null");
        return this;
    }

    /** So many characters so far. */
    int length() {
        return text.length();
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '<', '>', '&' -> escape(c);
                default -> {
                    if (c >= FIRST_PRINTABLE && c <= LAST_PLAIN) {
                        text.append(c);
                    } else {
                        escape(c);
                    }
                }
            }
        }
        text.append('"');
    }

    /** By its number, which also keeps halves of characters that UTF-8 could not write. */
    private void escape(char c) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((c >> shift) & 0xF, 16));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
