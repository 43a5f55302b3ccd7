package glissade.optim;

import java.util.List;

/** The registry of schedules. */
public final class Schedules {
    public static final Schedule CONSTANT = Constant.KIND;
    public static final List<Schedule> ALL = List.of(
            Constant.KIND,
            InverseTime.KIND,
            Exponential.KIND,
            Staircase.KIND,
            Manual.KIND,
            Linear.KIND,
            Cosine.KIND,
            Plateau.KIND);

    private Schedules() {}

    /** The schedule with a name that exists. */
    public static Schedule named(String name) {
        return ALL.stream()
                .filter(schedule -> schedule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no schedule is called " + name));
    }
}
