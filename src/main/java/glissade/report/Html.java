package glissade.report;

/** Text on its way into HTML. */
final class Html {
    private Html() {}

    /** As the content of an element, or as the value of an attribute in quotation marks. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c < ' ' && c != '\n' ? ' ' : c);
            }
        });
        return escaped.toString();
    }

    /** In bold. */
    static String strong(String text) {
        return "<strong>" + escape(text) + "</strong>";
    }
}
