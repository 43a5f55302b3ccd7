package glissade.optim;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Something a user chooses by name and adjusts by settings: an optimizer or a schedule. */
public interface Kind {
    /** The name in config files. */
    String name();

    /** What can be set, in the order of its documentation. */
    List<Setting> settings();

    /** One line for the documentation. */
    String meaning();

    /**
     * What it computes, line by line, for people: in the notation of {@code glissade.formula.Formula}, settings by their
     * names. An optimizer's are of one parameter w with gradient g, the rate eta and the step t from 1, and what it keeps
     * is 0 at first; a schedule's are of eta_0 and what a {@link Schedule.Clock} says.
     */
    List<String> formulas(Recipe recipe);

    /** This kind with defaults. */
    default Recipe recipe() {
        return recipe(new TreeMap<>());
    }

    /** This kind with some settings given and defaults for the rest; every value is checked. */
    default Recipe recipe(Map<String, ?> given) {
        return Recipe.of(this, given);
    }
}
