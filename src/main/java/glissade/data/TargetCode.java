package glissade.data;

import java.io.Serializable;
import java.util.List;

/** How the text of a target becomes a number: a class by its place in their order, a value as it is. */
final class TargetCode implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int MOST_SHOWN = 10;

    private final String name;
    private final ClassLabels classes;

    private TargetCode(String name, ClassLabels classes) {
        this.name = name;
        this.classes = classes;
    }

    static TargetCode value(String name) {
        return new TargetCode(name, null);
    }

    static TargetCode classes(String name, ClassLabels classes) {
        return new TargetCode(name, classes);
    }

    /** Empty for a value. */
    List<String> classNames() {
        return classes == null ? List.of() : classes.names();
    }

    float code(byte[] text, int from, int to) {
        if (classes == null) {
            return FloatText.parseFinite(text, from, to, name, "");
        }
        int number = classes.find(text, from, to);
        if (number < 0) {
            List<String> names = classes.names();
            throw new BadLine(
                    name + " is " + BadLine.quoted(text, from, to) + ", expected a class of the training rows: "
                            + String.join(", ", names.subList(0, Math.min(MOST_SHOWN, names.size())))
                            + (names.size() > MOST_SHOWN ? ", ..." : ""));
        }
        return number;
    }
}
