package glissade.formula;

import java.util.List;

/**
 * A part of the mathematics of a run, as its manifest keeps it.
 *
 * @param heading where it belongs, for example {@code The step}; parts of one heading stand together
 * @param name of the choice in the config, for example {@code momentum}
 * @param meaning of that choice, in words; may be empty
 * @param formulas what it computes, line by line, in the notation of {@link Formula}
 * @param quantities the symbols in them, with the values that this run had
 */
public record Part(String heading, String name, String meaning, List<String> formulas, List<Quantity> quantities) {
    public Part {
        formulas = List.copyOf(formulas);
        quantities = List.copyOf(quantities);
    }
}
