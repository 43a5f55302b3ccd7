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

    /** This kind with defaults. */
    default Recipe recipe() {
        return recipe(new TreeMap<>());
    }

    /** This kind with some settings given and defaults for the rest; every value is checked. */
    default Recipe recipe(Map<String, ?> given) {
        return Recipe.of(this, given);
    }
}
