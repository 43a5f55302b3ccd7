package glissade.engine;

import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Initialiser.Kind;
import glissade.optim.Penalty;
import glissade.optim.Range;
import glissade.optim.Recipe;
import glissade.optim.Schedule;
import glissade.optim.Schedules;
import glissade.optim.Setting;
import glissade.optim.StopRules;
import glissade.optim.TrainingSpec;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lanes of one cohort that differ in everything in which lanes may: rate, schedule and its constants, the optimizer's
 * numbers, strength of the penalty, bound of the clipping, starting values, seed.
 */
record LaneFamily(Combination combination) {
    private static final int EPOCHS = 3;
    /** Steep starts are forgiven. */
    private static final StopRules LENIENT = new StopRules(0, 0, 0, 1e6);

    private static final double[] FRACTIONS = {0.9, 0, 0.5, 0.99, 0.7};
    private static final double[] FACTORS = {0.5, 1, 0.3, 0.8, 0.1};
    private static final double[] NOT_NEGATIVE = {0, 0.5, 1, 2};

    private static final List<Initialiser> WEIGHTS = List.of(
            new Initialiser(Kind.XAVIER, 0, 0),
            new Initialiser(Kind.HE, 0, 0),
            new Initialiser(Kind.LECUN, 0, 0),
            new Initialiser(Kind.UNIFORM, -0.5, 0.25),
            new Initialiser(Kind.NORMAL, 0.3, 0),
            Initialiser.ZEROS);
    private static final List<Initialiser> BIASES =
            List.of(Initialiser.ZEROS, new Initialiser(Kind.UNIFORM, -0.1, 0.1), new Initialiser(Kind.NORMAL, 0.2, 0));

    LaneSpec lane(int slot, long steps) {
        TrainingSpec training = new TrainingSpec(
                EPOCHS,
                combination.batch(),
                0.001 * (1 + slot % 7) + 0.0001 * slot,
                schedule(slot),
                optimizer(slot),
                combination.penalty() == null
                        ? Penalty.NONE
                        : new Penalty(0.02 * (1 + slot % 4), combination.penalty()),
                new Clipping(
                        combination.clipping(),
                        combination.clipping() == Clipping.Kind.NONE ? 0 : 0.03 * (1 + slot % 5)),
                combination.isSurface()
                        ? new Initialiser(Kind.POINT, 0.1 * slot - 0.8, 0.4)
                        : WEIGHTS.get(slot % WEIGHTS.size()),
                BIASES.get(slot % BIASES.size()),
                slot % 3 == 0 ? StopRules.NONE : LENIENT);
        return new LaneSpec(
                "trial-" + slot, combination.course().bent(training, slot, combination.lanes(), steps), 1_000 + slot);
    }

    /** The first lane has the combination's schedule, the others the next ones in turn. */
    private Recipe schedule(int slot) {
        int first = Schedules.ALL.indexOf(combination.schedule());
        Schedule schedule = Schedules.ALL.get((first + slot) % Schedules.ALL.size());
        SortedMap<String, Object> values = new TreeMap<>();
        for (Setting setting : schedule.settings()) {
            values.put(setting.name(), value(setting, slot));
        }
        return schedule.recipe(values);
    }

    /** The combination's flags and choices, which lanes share, with numbers of its own. */
    private Recipe optimizer(int slot) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (Setting setting : combination.optimizer().kind().settings()) {
            Object shared = combination.optimizer().shared().get(setting.name());
            values.put(setting.name(), shared == null ? value(setting, slot) : shared);
        }
        return combination.optimizer().kind().recipe(Map.copyOf(values));
    }

    private static Object value(Setting setting, int slot) {
        return switch (setting.type()) {
            case NUMBER -> number(setting, slot);
            case FLAG -> slot % 2 == 0;
            case CHOICE -> setting.choices().get(slot % setting.choices().size());
            case TABLE -> List.of(List.of((double) (slot % 2), 0.004), List.of(2.0, 0.001 * (1 + slot)));
        };
    }

    private static double number(Setting setting, int slot) {
        Range range = setting.range();
        double fallback = (Double) setting.fallback();
        if (range.equals(Range.FRACTION)) {
            return FRACTIONS[slot % FRACTIONS.length];
        }
        if (range.equals(Range.FACTOR)) {
            return FACTORS[slot % FACTORS.length];
        }
        if (range.equals(Range.NOT_NEGATIVE)) {
            return NOT_NEGATIVE[slot % NOT_NEGATIVE.length];
        }
        return fallback >= 1 ? 1 + slot % 3 : fallback * (1 + slot % 3);
    }
}
