package glissade.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the tests know of a schedule. A new one needs one entry more in {@link #ALL}.
 *
 * @param settings each as {@code name = default, range}
 * @param textbook the rate of a step
 * @param variants settings other than the defaults to try
 */
public record ScheduleCase(Schedule kind, List<String> settings, TextbookRate textbook, List<Map<String, ?>> variants) {
    /** A base rate as a schedule makes it, from the settings by name. */
    public interface TextbookRate {
        double at(double base, Map<String, Object> settings, Moment moment);
    }

    /**
     * A step of a training.
     *
     * @param epoch from 0
     * @param step of the epoch, from 0
     * @param stepsOfEpoch how many there are
     * @param epochs of the whole training
     * @param seen the watched metric of each epoch so far
     */
    public record Moment(int epoch, int step, int stepsOfEpoch, int epochs, List<Double> seen) {
        double begun() {
            return epoch + (double) step / stepsOfEpoch;
        }

        double done() {
            return epoch + (step + 1.0) / stepsOfEpoch;
        }
    }

    public static final List<ScheduleCase> ALL = List.of(
            new ScheduleCase(Constant.KIND, List.of(), (base, settings, moment) -> base, List.of()),
            new ScheduleCase(
                    InverseTime.KIND,
                    List.of("decay = 0.1, (0, inf)"),
                    (base, settings, moment) -> base / (1 + number(settings, "decay") * moment.epoch()),
                    List.of(Map.of("decay", 2.0))),
            new ScheduleCase(
                    Exponential.KIND,
                    List.of("factor = 0.95, (0, 1]"),
                    (base, settings, moment) -> base * StrictMath.pow(number(settings, "factor"), moment.epoch()),
                    List.of(Map.of("factor", 0.5))),
            new ScheduleCase(
                    Staircase.KIND,
                    List.of("factor = 0.5, (0, 1]", "every = 10.0, (0, inf)"),
                    (base, settings, moment) -> base
                            * StrictMath.pow(
                                    number(settings, "factor"), (int) (moment.epoch() / number(settings, "every"))),
                    List.of(Map.of("every", 3.0), Map.of("every", 2.5, "factor", 0.8))),
            new ScheduleCase(
                    Manual.KIND,
                    List.of("table = [], (0, inf)"),
                    ScheduleCase::manual,
                    List.of(Map.of("table", List.of(List.of(2.0, 0.02), List.of(5.0, 0.004), List.of(11.5, 0.03))))),
            new ScheduleCase(
                    Linear.KIND,
                    List.of("warm-up = 1.0, [0, inf)", "cool-down = 0.0, [0, inf)"),
                    (base, settings, moment) -> base
                            * StrictMath.min(
                                    upTo(moment.done(), number(settings, "warm-up")),
                                    upTo(moment.epochs() - moment.begun(), number(settings, "cool-down"))),
                    List.of(
                            Map.of("warm-up", 0.0, "cool-down", 5.0),
                            Map.of("warm-up", 4.5, "cool-down", 7.25),
                            Map.of("warm-up", 30.0, "cool-down", 30.0))),
            new ScheduleCase(
                    Cosine.KIND,
                    List.of("least = 0.0, [0, 1]", "warm-up = 0.0, [0, inf)"),
                    ScheduleCase::cosine,
                    List.of(Map.of("least", 0.25), Map.of("warm-up", 3.5), Map.of("warm-up", 25.0))),
            new ScheduleCase(
                    Plateau.KIND,
                    List.of(
                            "factor = 0.75, (0, 1]",
                            "metric = train.loss, [train.loss, train.accuracy, validation.loss, validation.accuracy,"
                                    + " test.loss, test.accuracy]",
                            "threshold = 0.001, [0, inf)",
                            "patience = 1.0, (0, inf)"),
                    ScheduleCase::plateau,
                    List.of(
                            Map.of("metric", "test.accuracy"),
                            Map.of("metric", "validation.accuracy", "patience", 2.0, "factor", 0.5),
                            Map.of("metric", "test.loss", "threshold", 0.02))));

    /** The recipes it is tried with, the defaults first. */
    public List<Recipe> recipes() {
        List<Recipe> recipes = new ArrayList<>(List.of(kind.recipe()));
        variants.forEach(variant -> recipes.add(kind.recipe(variant)));
        return recipes;
    }

    @Override
    public String toString() {
        return kind.name();
    }

    private static double number(Map<String, Object> settings, String name) {
        return (Double) settings.get(name);
    }

    /** A line from 0 to 1 over a span, then 1. */
    private static double upTo(double time, double span) {
        return time < span ? time / span : 1;
    }

    private static double manual(double base, Map<String, Object> settings, Moment moment) {
        double rate = base;
        for (Object row : (List<?>) settings.get("table")) {
            List<?> pair = (List<?>) row;
            rate = moment.epoch() >= (Double) pair.get(0) ? (Double) pair.get(1) : rate;
        }
        return rate;
    }

    private static double cosine(double base, Map<String, Object> settings, Moment moment) {
        double warmUp = number(settings, "warm-up");
        if (moment.begun() < warmUp) {
            return base * upTo(moment.done(), warmUp);
        }
        double least = base * number(settings, "least");
        double angle = StrictMath.PI * (moment.begun() - warmUp) / (moment.epochs() - warmUp);
        return least + (base - least) * (1 + StrictMath.cos(angle)) / 2;
    }

    /** Multiply by the factor when the metric gains less than the threshold, so many epochs in a row. */
    private static double plateau(double base, Map<String, Object> settings, Moment moment) {
        double sign = ((String) settings.get("metric")).endsWith("loss") ? -1 : 1;
        double rate = base;
        int stalls = 0;
        for (int epoch = 1; epoch < moment.seen().size(); epoch++) {
            double gain = sign * (moment.seen().get(epoch) - moment.seen().get(epoch - 1));
            stalls = gain < number(settings, "threshold") ? stalls + 1 : 0;
            if (stalls == number(settings, "patience")) {
                rate *= number(settings, "factor");
                stalls = 0;
            }
        }
        return rate;
    }
}
