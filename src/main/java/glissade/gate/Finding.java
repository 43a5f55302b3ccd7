package glissade.gate;

/**
 * What became of one rule.
 *
 * @param rule the config key that gives it
 * @param passed whether it was kept
 * @param text what was found and what was expected, in a sentence
 */
public record Finding(String rule, boolean passed, String text) {}
