package glissade.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The mathematics of a run as a fragment of HTML, well-formed XML too, without scripts, styles or anything from elsewhere.
 *
 * <pre>
 * div.mathematics
 *   h3                    a heading, then for each part of it
 *   div.part
 *     h4                  its name, and a span with its meaning
 *     math                a block for each formula
 *     ul.quantities li    what symbols mean, and their values, each once under a heading
 * </pre>
 */
public final class MathText {
    /** Of a set; of more, so many with the dots between. */
    private static final int MOST_MEMBERS = 8;

    private final StringBuilder html = new StringBuilder();
    /** Under the present heading. */
    private final Set<Quantity> explained = new LinkedHashSet<>();

    private MathText() {}

    /** Of parts in their order; empty without parts. */
    public static String html(List<Part> parts) {
        if (parts.isEmpty()) {
            return "";
        }
        MathText text = new MathText();
        text.html.append("<div class=\"mathematics\">\n");
        String heading = null;
        for (Part part : parts) {
            if (!Objects.equals(heading, part.heading())) {
                heading = part.heading();
                text.explained.clear();
                text.html.append("<h3>").append(MathMl.escaped(heading)).append("</h3>\n");
            }
            text.add(part);
        }
        return text.html.append("</div>\n").toString();
    }

    private void add(Part part) {
        html.append("<div class=\"part\"><h4>").append(MathMl.escaped(part.name()));
        if (!part.meaning().isEmpty()) {
            html.append(" <span>").append(MathMl.escaped(part.meaning())).append("</span>");
        }
        html.append("</h4>\n");
        part.formulas().forEach(formula -> html.append(MathMl.block(formula)).append('\n'));
        List<Quantity> news = part.quantities().stream().filter(explained::add).toList();
        if (!news.isEmpty()) {
            html.append("<ul class=\"quantities\">\n");
            news.forEach(this::add);
            html.append("</ul>\n");
        }
        html.append("</div>\n");
    }

    private void add(Quantity quantity) {
        String words = MathMl.escaped(quantity.meaning());
        // Within the mathematics, as no line is broken there.
        String colon = words.isEmpty() ? "" : ":";
        html.append("<li>");
        if (quantity.symbol().isEmpty()) {
            html.append(words).append(": ").append(values(quantity, ""));
        } else if (quantity.values().isEmpty()) {
            html.append(MathMl.inline(quantity.symbol(), colon)).append(' ').append(words);
        } else {
            html.append(MathMl.inline(quantity.symbol(), ""));
            html.append(quantity.count() == 1 ? " = " : " ∈ ").append(values(quantity, colon));
            html.append(' ').append(words);
        }
        html.append("</li>\n");
    }

    private static String values(Quantity quantity, String end) {
        List<String> values = quantity.values();
        if (quantity.count() == 1) {
            return MathMl.inline(values.get(0), end);
        }
        boolean all = quantity.count() == values.size();
        if (all && values.size() <= MOST_MEMBERS) {
            return MathMl.set(values, end);
        }
        List<String> shown = new ArrayList<>(values.subList(0, Math.min(MOST_MEMBERS - 2, values.size() - 1)));
        shown.add("dots");
        shown.add(values.get(values.size() - 1));
        return MathMl.set(shown, "") + ", " + String.format(Locale.ROOT, "%,d", quantity.count()) + " values" + end;
    }
}
