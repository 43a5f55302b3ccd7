package glissade.optim;

import java.util.List;

/**
 * One constant of an optimizer or a schedule, as a user sets it. Its name, default, range and meaning have their one home
 * where the kind is written; config keys, their checks and their documentation follow from it.
 *
 * @param name the last part of its config key
 * @param type what it may hold: NUMBER a double that lanes of a cohort may differ in, FLAG a boolean, CHOICE one of {@code
 *     choices}, TABLE a list of pairs of numbers
 * @param fallback its default
 * @param range of a number
 * @param choices of a choice
 * @param meaning one line
 */
public record Setting(String name, Type type, Object fallback, Range range, List<String> choices, String meaning) {
    /** What a setting may hold. */
    public enum Type {
        NUMBER,
        FLAG,
        CHOICE,
        TABLE
    }

    public static Setting number(String name, double fallback, Range range, String meaning) {
        return new Setting(name, Type.NUMBER, fallback, range, List.of(), meaning);
    }

    public static Setting flag(String name, boolean fallback, String meaning) {
        return new Setting(name, Type.FLAG, fallback, null, List.of(), meaning);
    }

    /** The first choice is the default. */
    public static Setting choice(String name, List<String> choices, String meaning) {
        return new Setting(name, Type.CHOICE, choices.get(0), null, List.copyOf(choices), meaning);
    }

    /** Pairs (epoch, value) in ascending order of epochs; there is no default but the empty list. */
    public static Setting table(String name, Range range, String meaning) {
        return new Setting(name, Type.TABLE, List.of(), range, List.of(), meaning);
    }

    /** Why a value cannot be had, or null if it can. */
    public String complaint(Object value) {
        return switch (type) {
            case NUMBER ->
                value instanceof Double number && range.contains(number)
                        ? null
                        : name + " must be in range " + range + ", got " + value;
            case FLAG -> value instanceof Boolean ? null : name + " must be true or false, got " + value;
            case CHOICE ->
                choices.contains(value)
                        ? null
                        : name + " must be one of " + String.join(", ", choices) + ", got " + value;
            case TABLE -> tableComplaint(value);
        };
    }

    private String tableComplaint(Object value) {
        double before = -1;
        for (Object row : value instanceof List<?> rows ? rows : List.of(List.of())) {
            if (!(row instanceof List<?> pair)
                    || pair.size() != 2
                    || !(pair.get(0) instanceof Double epoch)
                    || !(pair.get(1) instanceof Double entry)
                    || !Range.NOT_NEGATIVE.contains(epoch)
                    || !(epoch > before)
                    || !range.contains(entry)) {
                return name + " must be a list of [epoch, value], epochs ascending from 0, values in range " + range;
            }
            before = epoch;
        }
        return null;
    }
}
