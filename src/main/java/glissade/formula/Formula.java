package glissade.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a line of mathematics as one would type it, such as {@code w <- w - eta g / (sqrt(s) + epsilon)}.
 *
 * <ul>
 *   <li>{@code + -} with spaces around them; {@code a / b} a fraction of the two things beside it; {@code a b} a product, {@code
 *       a * b} one element by element; {@code a_(i + 1)^2} what stands below and above
 *   <li>a name right before a parenthesis is a function; {@code cases(a, p, b, q)} is a where p holds, b where q does
 *   <li>{@code sum_(i = 1)^n}, {@code grad_W}, names of Greek letters, names with hyphens ({@code warm-up}), {@code beta1} with
 *       its number below
 *   <li>{@code = <- -> < > <= >= ~ in} between two sides; words in brackets: {@code [for weights]}
 * </ul>
 */
final class Formula<T> {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<number>\\d+(?:\\.\\d+)?(?:e-?\\d+)?)"
            + "|(?<name>(?:[A-Za-z]+(?:-[a-z]+)+|[A-Za-z]+\\d*)'*)"
            + "|\\[(?<words>[^\\]]*)\\]"
            + "|(?<sign><-|->|<=|>=|[-+*/^_(),=<>~]))");
    private static final Pattern RELATION = Pattern.compile("=|<-|->|<=|>=|<|>|~|in");
    private static final String END = "";

    private final String text;
    private final Meaning<T> meaning;
    private final Matcher token;
    private String kind;
    private String value;

    private Formula(String text, Meaning<T> meaning) {
        this.text = text;
        this.meaning = meaning;
        this.token = TOKEN.matcher(text);
        advance();
    }

    /** What a line means; an illegal argument if it is none. */
    static <T> T read(String text, Meaning<T> meaning) {
        Formula<T> formula = new Formula<>(text, meaning);
        T whole = formula.relation();
        formula.require(formula.kind.equals(END));
        return whole;
    }

    private void require(boolean possible) {
        if (!possible) {
            throw new IllegalArgumentException(
                    "not a formula: " + text + ", at " + (value.isEmpty() ? "its end" : value));
        }
    }

    private void advance() {
        int from = kind == null ? 0 : token.end();
        if (text.substring(from).isBlank()) {
            kind = END;
            value = "";
            return;
        }
        value = text.substring(from);
        require(token.find(from) && token.start() == from);
        for (String each : List.of("number", "name", "words", "sign")) {
            if (token.group(each) != null) {
                kind = each;
                value = token.group(each);
            }
        }
        if (kind.equals("name") && value.equals("in")) {
            kind = "sign";
        }
    }

    private boolean at(String sign) {
        return kind.equals("sign") && value.equals(sign);
    }

    private boolean took(String sign) {
        boolean there = at(sign);
        if (there) {
            advance();
        }
        return there;
    }

    private T relation() {
        T left = sum();
        while (kind.equals("sign") && RELATION.matcher(value).matches()) {
            String sign = value;
            advance();
            left = meaning.relation(left, sign, sum());
        }
        return left;
    }

    private T sum() {
        T left = took("-") ? meaning.negative(product()) : product();
        while (at("+") || at("-")) {
            boolean minus = at("-");
            advance();
            left = meaning.sum(left, product(), minus);
        }
        return left;
    }

    private T product() {
        T left = fraction();
        while (at("*") || at("(") || !(kind.equals("sign") || kind.equals(END))) {
            boolean elementwise = took("*");
            left = meaning.product(left, fraction(), elementwise);
        }
        return left;
    }

    private T fraction() {
        T left = scripted();
        while (took("/")) {
            left = meaning.fraction(left, scripted());
        }
        return left;
    }

    private T scripted() {
        T base = atom();
        T below = took("_") ? atom() : null;
        T above = took("^") ? atom() : null;
        return below == null && above == null ? base : meaning.scripts(base, below, above);
    }

    private T atom() {
        String what = kind;
        String read = value;
        boolean called = what.equals("name") && text.startsWith("(", token.end());
        require(at("(") || !(what.equals("sign") || what.equals(END)));
        advance();
        return switch (what) {
            case "number" -> meaning.number(read);
            case "words" -> meaning.words(read);
            case "name" -> called ? meaning.call(read, members()) : meaning.name(read);
            default -> meaning.tuple(rest());
        };
    }

    private List<T> members() {
        require(took("("));
        return rest();
    }

    /** Of a parenthesis that has been opened. */
    private List<T> rest() {
        List<T> members = new ArrayList<>(List.of(relation()));
        while (took(",")) {
            members.add(relation());
        }
        require(took(")"));
        return members;
    }
}
