package glissade.formula;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Formulas as presentation MathML, which browsers draw and read aloud by themselves. */
final class MathMl implements Meaning<MathMl.Piece> {
    private static final Pattern NAME = Pattern.compile("([A-Za-z-]+?)(\\d*)('*)");
    /** Before three digits, or six and so on, that end where the number or its whole part ends. */
    private static final Pattern THOUSAND = Pattern.compile("(?<=^\\d{1,18})(?=(\\d{3})+(\\.|$))");

    private static final Pattern POWER_OF_TEN = Pattern.compile("(.*)e(-?\\d+)");

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("beta", "β"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("omega", "ω"),
            Map.entry("phi", "φ"),
            Map.entry("pi", "π"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("ell", "ℓ"),
            Map.entry("dots", "…"));

    private static final Map<String, String> OPERATORS = Map.of("sum", "∑", "grad", "∇");

    private static final Map<String, String> SIGNS =
            Map.of("<-", "←", "->", "→", "<=", "≤", ">=", "≥", "~", "∼", "in", "∈", "-", "−");

    private static final Map<String, String> FENCES = Map.of("norm", "‖‖", "abs", "||", "floor", "⌊⌋", "ceil", "⌈⌉");

    /**
     * Markup.
     *
     * @param xml one element or several
     * @param bare the same without parentheses around it
     * @param kind what it is next to others
     */
    record Piece(String xml, String bare, Kind kind) {
        /** LETTERS: a name of several, or words; OPERATOR: stands before what it works on. */
        enum Kind {
            PLAIN,
            LETTERS,
            OPERATOR,
            SUM
        }

        static Piece plain(String xml) {
            return new Piece(xml, xml, Kind.PLAIN);
        }

        String row() {
            return "<mrow>" + bare + "</mrow>";
        }
    }

    private MathMl() {}

    /** A formula on a line of its own. */
    static String block(String formula) {
        return math(" display=\"block\"", formula, "");
    }

    /** A formula within a sentence, with what no line may break before: a colon, or nothing. */
    static String inline(String formula, String end) {
        return math("", formula, end);
    }

    private static String math(String attribute, String formula, String end) {
        return "<math" + attribute + " alttext=\"" + escaped(formula) + "\">" + row(formula) + closing(end) + "</math>";
    }

    /** Several, as a set; with what no line may break before. */
    static String set(List<String> formulas, String end) {
        String members = formulas.stream().map(MathMl::row).collect(Collectors.joining(sign(",")));
        return "<math>" + fenced("{", members, "}") + closing(end) + "</math>";
    }

    private static String closing(String end) {
        return end.isEmpty() ? "" : "<mo lspace=\"0\" rspace=\"0\">" + escaped(end) + "</mo>";
    }

    /** What cannot be read, as of a run of a newer version, stands as it is. */
    private static String row(String formula) {
        try {
            return "<mrow>" + Formula.read(formula, new MathMl()).xml() + "</mrow>";
        } catch (IllegalArgumentException e) {
            return "<mtext>" + escaped(formula) + "</mtext>";
        }
    }

    /** Text for markup, in or between tags. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String sign(String sign) {
        return "<mo>" + escaped(SIGNS.getOrDefault(sign, sign)) + "</mo>";
    }

    /** As high as what it encloses only if that is more than a line: brackets do not grow with an index. */
    private static String fenced(String open, String inner, String close) {
        boolean high = inner.contains("<mfrac") || inner.contains("<mtable") || inner.contains("<munder");
        String stretch = high ? "" : " stretchy=\"false\"";
        String right = close.isEmpty() ? "" : "<mo fence=\"true\" form=\"postfix\"" + stretch + ">" + close + "</mo>";
        return "<mrow><mo fence=\"true\" form=\"prefix\"" + stretch + ">" + open + "</mo>" + inner + right + "</mrow>";
    }

    @Override
    public Piece number(String digits) {
        Matcher matcher = POWER_OF_TEN.matcher(digits);
        if (!matcher.matches()) {
            return Piece.plain("<mn>" + grouped(digits) + "</mn>");
        }
        String exponent = matcher.group(2).replace("-", "−");
        String power = "<msup><mn>10</mn><mn>" + exponent + "</mn></msup>";
        boolean one = matcher.group(1).equals("1");
        return Piece.plain(one ? power : "<mn>" + grouped(matcher.group(1)) + "</mn><mo>×</mo>" + power);
    }

    /** With thousands set apart, as counts in sentences are: {@code 54,000}. */
    private static String grouped(String digits) {
        return THOUSAND.matcher(digits).replaceAll(",");
    }

    @Override
    public Piece name(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a name: " + name);
        }
        String word = parts.group(1);
        if (OPERATORS.containsKey(word)) {
            Piece.Kind kind = word.equals("sum") ? Piece.Kind.SUM : Piece.Kind.OPERATOR;
            String operator = "<mo>" + OPERATORS.get(word) + "</mo>";
            return new Piece(operator, operator, kind);
        }
        String letters = LETTERS.getOrDefault(word, word);
        String xml = "<mi>" + letters + "</mi>";
        if (!parts.group(2).isEmpty()) {
            xml = "<msub>" + xml + "<mn>" + parts.group(2) + "</mn></msub>";
        }
        if (!parts.group(3).isEmpty()) {
            xml = "<msup>" + xml + "<mo>" + parts.group(3).replace("'", "′") + "</mo></msup>";
        }
        return new Piece(xml, xml, letters.length() > 1 ? Piece.Kind.LETTERS : Piece.Kind.PLAIN);
    }

    @Override
    public Piece words(String text) {
        String xml = "<mtext>\u00a0" + escaped(text) + "\u00a0</mtext>";
        return new Piece(xml, xml, Piece.Kind.OPERATOR);
    }

    @Override
    public Piece scripts(Piece base, Piece below, Piece above) {
        boolean sum = base.kind() == Piece.Kind.SUM;
        String under = sum ? "under" : "sub";
        String over = sum ? "over" : "sup";
        String element = "m" + (below == null ? "" : under) + (above == null ? "" : over);
        String inner = "<mrow>" + base.xml() + "</mrow>" + (below == null ? "" : below.row())
                + (above == null ? "" : above.row());
        String xml = "<" + element + ">" + inner + "</" + element + ">";
        return new Piece(xml, xml, base.kind());
    }

    @Override
    public Piece fraction(Piece over, Piece under) {
        return Piece.plain("<mfrac>" + over.row() + under.row() + "</mfrac>");
    }

    @Override
    public Piece product(Piece left, Piece right, boolean elementwise) {
        boolean apart = left.kind() == Piece.Kind.LETTERS || right.kind() == Piece.Kind.LETTERS;
        boolean operator = left.kind() == Piece.Kind.OPERATOR || left.kind() == Piece.Kind.SUM;
        String between =
                elementwise ? "<mo>⊙</mo>" : operator ? "" : apart ? "<mspace width=\"0.25em\"/>" : "<mo>\u2062</mo>";
        String xml = left.xml() + between + right.xml();
        // What comes next stands beside the right one.
        return new Piece(xml, xml, right.kind());
    }

    @Override
    public Piece sum(Piece left, Piece right, boolean minus) {
        return Piece.plain(left.xml() + sign(minus ? "-" : "+") + right.xml());
    }

    @Override
    public Piece negative(Piece of) {
        return Piece.plain("<mo form=\"prefix\">−</mo>" + of.xml());
    }

    @Override
    public Piece tuple(List<Piece> members) {
        String inner = members.stream().map(Piece::xml).collect(Collectors.joining(sign(",")));
        String xml = fenced("(", inner, ")");
        return new Piece(xml, members.size() == 1 ? inner : xml, Piece.Kind.PLAIN);
    }

    @Override
    public Piece call(String function, List<Piece> arguments) {
        if (function.equals("sqrt")) {
            return Piece.plain("<msqrt>" + arguments.get(0).row() + "</msqrt>");
        }
        if (function.equals("cases")) {
            return cases(arguments);
        }
        String fences = FENCES.get(function);
        if (fences != null) {
            return Piece.plain(fenced(fences.substring(0, 1), arguments.get(0).xml(), fences.substring(1)));
        }
        Piece name = name(function);
        String xml = name.xml() + "<mo>\u2061</mo>" + tuple(arguments).xml();
        return new Piece(xml, xml, name.kind());
    }

    private static Piece cases(List<Piece> arguments) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            rows.append("<mtr><mtd>").append(arguments.get(i).row()).append("</mtd><mtd>");
            rows.append(arguments.get(i + 1).row()).append("</mtd></mtr>");
        }
        return Piece.plain(fenced("{", "<mtable>" + rows + "</mtable>", ""));
    }

    @Override
    public Piece relation(Piece left, String sign, Piece right) {
        return Piece.plain(left.xml() + sign(sign) + right.xml());
    }
}
