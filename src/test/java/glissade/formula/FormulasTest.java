package glissade.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.model.Activation;
import glissade.model.Surface;
import glissade.optim.Kind;
import glissade.optim.OptimizerCase;
import glissade.optim.Plateau;
import glissade.optim.Recipe;
import glissade.optim.Schedule;
import glissade.optim.Schedule.Clock;
import glissade.optim.ScheduleCase;
import glissade.optim.Setting;
import glissade.optim.TextbookStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the formulas say is what is computed: they are evaluated, and held against the code. */
class FormulasTest {
    static List<OptimizerCase> optimizers() {
        return OptimizerCase.ALL;
    }

    static List<ScheduleCase> schedules() {
        return ScheduleCase.ALL;
    }

    private static Map<String, Double> numbers(Kind kind, Recipe recipe) {
        Map<String, Double> values = new TreeMap<>();
        for (Setting setting : kind.settings()) {
            if (setting.type() == Setting.Type.NUMBER) {
                values.put(setting.name(), recipe.number(setting));
            }
        }
        return values;
    }

    /** Down a parabola, forty steps, of a weight and of a bias. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void anOptimizersFormulasAreItsSteps(OptimizerCase optimizer) {
        for (Recipe recipe : optimizer.recipes()) {
            for (boolean weight : List.of(true, false)) {
                List<String> formulas = new ArrayList<>(optimizer.kind().formulas(recipe));
                formulas.removeIf(line -> !weight && line.contains("[for weights, not for biases]"));
                TextbookStep textbook = optimizer.textbook().apply(recipe, weight);
                Map<String, Double> values = numbers(optimizer.kind(), recipe);
                List.of("m", "s", "u", "v").forEach(kept -> values.put(kept, 0.0));
                values.put("eta", optimizer.rate());
                values.put("w", 1.5);
                double expected = 1.5;
                for (int step = 1; step <= 40; step++) {
                    double gradient = 2 * expected - 0.5;
                    values.put("t", (double) step);
                    values.put("g", gradient);
                    Evaluation.run(formulas, values);
                    expected = textbook.next(expected, gradient, optimizer.rate());
                    assertEquals(expected, values.get("w"), 1e-12, recipe + " " + formulas);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void aSchedulesFormulasAreItsRates(ScheduleCase schedule) {
        for (Recipe recipe : schedule.recipes()) {
            List<String> formulas = new ArrayList<>(schedule.kind().formulas(recipe));
            formulas.removeIf(line -> line.startsWith("k <- "));
            for (int step = 0; step < 120; step++) {
                Clock clock = clock(schedule.kind(), recipe, step);
                Map<String, Double> values = numbers(schedule.kind(), recipe);
                values.put("eta_0", 0.3);
                values.put("epoch", (double) clock.epoch());
                values.put("begun", clock.begun());
                values.put("done", clock.progress());
                values.put("epochs", (double) clock.epochs());
                values.put("k", StrictMath.floor(step / 25.0));
                Evaluation.run(formulas, values);
                double rate = schedule.kind().rate(0.3, recipe, clock);
                assertEquals(rate, values.get("eta"), 1e-12, recipe + " " + formulas + " " + clock);
            }
        }
    }

    /** Four steps an epoch, a stall of what is watched every 25. */
    private static Clock clock(Schedule kind, Recipe recipe, int step) {
        double factor =
                kind.watches() ? StrictMath.pow(recipe.number(Plateau.FACTOR), StrictMath.floor(step / 25.0)) : 1;
        return new Clock(step / 4, step / 4.0, (step + 1) / 4.0, 30, factor);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void anActivationHasItsSlope(Activation activation) {
        List<String> formulas = ModelFormulas.formulas(activation);
        for (double u : new double[] {-3, -0.5, 0.25, 2}) {
            double phi = value(formulas.get(0), Map.of("u", u));
            double expected =
                    switch (activation) {
                        case IDENTITY -> u;
                        case TANH -> StrictMath.tanh(u);
                        case RELU -> Math.max(u, 0);
                        case SIGMOID -> 1 / (1 + StrictMath.exp(-u));
                    };
            assertEquals(expected, phi, 1e-15);
            String slope = formulas.get(1).replace("phi(u)", "s");
            double step = 1e-6;
            double difference =
                    (value(formulas.get(0), Map.of("u", u + step)) - value(formulas.get(0), Map.of("u", u - step)))
                            / (2 * step);
            assertEquals(difference, value(slope, Map.of("u", u, "s", phi)), 1e-9, slope);
        }
    }

    private static double value(String formula, Map<String, Double> values) {
        return Evaluation.of(formula.split(" = ", 2)[1]).at(values);
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    void aLandscapeHasItsHeightAndItsSlope(Surface surface) {
        for (double x : new double[] {-1.2, 0.3, 2}) {
            for (double y : new double[] {-0.7, 1}) {
                Map<String, Double> place = Map.of("x", x, "y", y);
                assertEquals(
                        surface.value(x, y),
                        Evaluation.of(ModelFormulas.value(surface)).at(place),
                        1e-12);
                List<Evaluation.Term> slopes =
                        Evaluation.of(ModelFormulas.slopes(surface)).members();
                assertEquals(surface.slopeX(x, y), slopes.get(0).at(place), 1e-12);
                assertEquals(surface.slopeY(x, y), slopes.get(1).at(place), 1e-12);
            }
        }
    }

    /** A setting that no formula mentions would be a number that the reader does not see. */
    @ParameterizedTest
    @MethodSource("kinds")
    void everyNumberThatCanBeSetStandsInAFormula(Kind kind) {
        Map<String, Object> all = new TreeMap<>();
        kind.settings().stream()
                .filter(setting -> setting.type() == Setting.Type.NUMBER)
                .forEach(setting -> all.put(setting.name(), 0.625));
        List<String> formulas = kind.formulas(kind.recipe(all));
        assertFalse(formulas.isEmpty());
        for (String setting : all.keySet()) {
            assertTrue(
                    formulas.stream().anyMatch(line -> line.matches(".*(?<![\\w-])" + setting + "(?![\\w-]).*")),
                    kind.name() + " has no " + setting + " in " + formulas);
        }
    }

    static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        OptimizerCase.ALL.forEach(each -> kinds.add(each.kind()));
        ScheduleCase.ALL.forEach(each -> kinds.add(each.kind()));
        return kinds;
    }
}
