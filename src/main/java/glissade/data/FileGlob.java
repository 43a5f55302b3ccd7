package glissade.data;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The pattern of one component of a path: {@code *} any text, {@code ?} any character, {@code [a-z]}, {@code [!a-z]} or
 * {@code [^a-z]} one of a set, <code>{a,b}</code> either, and a backslash before a character that stands for itself.
 */
final class FileGlob {
    private static final String SPECIAL = "*?[{";

    private FileGlob() {}

    static boolean isGlob(String component) {
        return component.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
    }

    /** The names it matches; fails with {@link BadData} if it is not closed. */
    static Pattern pattern(String component) {
        StringBuilder regex = new StringBuilder();
        int braces = 0;
        int at = 0;
        while (at < component.length()) {
            char c = component.charAt(at++);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '{' -> {
                    braces++;
                    regex.append("(?:");
                }
                case '}' -> regex.append(braces-- > 0 ? ")" : "\\}");
                case ',' -> regex.append(braces > 0 ? "|" : ",");
                case '[' -> {
                    int close = component.indexOf(']', at + 1);
                    if (close < 0) {
                        throw notClosed(component, '[');
                    }
                    regex.append(set(component.substring(at, close)));
                    at = close + 1;
                }
                default -> {
                    boolean escaped = c == '\\' && at < component.length();
                    regex.append(Pattern.quote(String.valueOf(escaped ? component.charAt(at++) : c)));
                }
            }
        }
        if (braces > 0) {
            throw notClosed(component, '{');
        }
        return compile(component, regex.toString());
    }

    private static String set(String members) {
        boolean others = members.charAt(0) == '!' || members.charAt(0) == '^';
        return (others ? "[^" : "[") + members.substring(others ? 1 : 0).replaceAll("[\\\\\\[\\]&^]", "\\\\$0") + "]";
    }

    private static Pattern compile(String component, String regex) {
        try {
            return Pattern.compile(regex, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new BadData("the path has a pattern that means nothing: " + component, e);
        }
    }

    private static BadData notClosed(String component, char open) {
        return new BadData("the path has a pattern whose '" + open + "' is not closed: " + component);
    }
}
