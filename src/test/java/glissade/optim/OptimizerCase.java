package glissade.optim;

import glissade.model.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What the tests know of an optimizer. A new one needs one entry more in {@link #ALL}, and every law of the catalogue holds
 * for it, or fails.
 *
 * @param settings each as {@code name = default, range}
 * @param textbook the same step of one parameter in double, for a recipe, and for a weight (true) or a bias
 * @param rate at which it descends 200 steps in step with the textbook
 * @param variants settings other than the defaults to do so with
 * @param surfaces rates at which it reaches each landscape's lowest point
 */
public record OptimizerCase(
        Optimizer kind,
        List<String> settings,
        BiFunction<Recipe, Boolean, TextbookStep> textbook,
        double rate,
        List<Map<String, ?>> variants,
        Map<Surface, Double> surfaces) {
    public static final List<OptimizerCase> ALL = List.of(
            new OptimizerCase(
                    Sgd.KIND,
                    List.of(),
                    (recipe, weight) -> TextbookStep.plain(),
                    0.03,
                    List.of(),
                    surfaces(0.1, 0.03, 0.001)),
            new OptimizerCase(
                    Momentum.KIND,
                    List.of(
                            "mu = 0.9, [0, 1)",
                            "convention = heavy-ball, [heavy-ball, averaged]",
                            "bias-correction = false"),
                    OptimizerCase::momentum,
                    0.01,
                    List.of(
                            Map.of("mu", 0.5),
                            Map.of("convention", "averaged", "mu", 0.8),
                            Map.of("convention", "averaged", "bias-correction", true)),
                    surfaces(0.1, 0.01, 0.0005)),
            new OptimizerCase(
                    Nesterov.KIND,
                    List.of("mu = 0.9, [0, 1)"),
                    (recipe, weight) -> TextbookStep.nesterov(number(recipe, "mu")),
                    0.005,
                    List.of(Map.of("mu", 0.6)),
                    surfaces(0.1, 0.01, 0.0005)),
            new OptimizerCase(
                    RmsProp.KIND,
                    List.of("beta = 0.999, [0, 1)", "epsilon = 1.0E-8, (0, inf)", "bias-correction = false"),
                    (recipe, weight) -> TextbookStep.rmsProp(
                            number(recipe, "beta"), number(recipe, "epsilon"), flag(recipe, "bias-correction")),
                    0.001,
                    List.of(Map.of("beta", 0.9, "epsilon", 0.05), Map.of("bias-correction", true, "beta", 0.99)),
                    surfaces(0.01, 0.01, 0.001)),
            new OptimizerCase(
                    Adagrad.KIND,
                    List.of("epsilon = 1.0E-8, (0, inf)"),
                    (recipe, weight) -> TextbookStep.adagrad(number(recipe, "epsilon")),
                    0.02,
                    List.of(Map.of("epsilon", 0.3)),
                    surfaces(0.5, 0.5, 0.5)),
            new OptimizerCase(
                    Adam.KIND,
                    List.of("beta1 = 0.9, [0, 1)", "beta2 = 0.999, [0, 1)", "epsilon = 1.0E-8, (0, inf)"),
                    (recipe, weight) -> adam(recipe, 0),
                    0.005,
                    List.of(Map.of("beta1", 0.7, "beta2", 0.95), Map.of("epsilon", 0.05)),
                    surfaces(0.01, 0.01, 0.01)),
            new OptimizerCase(
                    AdamW.KIND,
                    List.of(
                            "beta1 = 0.9, [0, 1)",
                            "beta2 = 0.999, [0, 1)",
                            "epsilon = 1.0E-8, (0, inf)",
                            "decay = 0.01, [0, inf)"),
                    (recipe, weight) -> adam(recipe, weight ? number(recipe, "decay") : 0),
                    0.005,
                    List.of(Map.of("decay", 0.8), Map.of("decay", 0.0, "epsilon", 0.05)),
                    surfaces(0.01, 0.01, 0.01)));

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

    private static TextbookStep momentum(Recipe recipe, boolean weight) {
        double mu = number(recipe, "mu");
        return recipe.values().get("convention").equals("averaged")
                ? TextbookStep.averaged(mu, flag(recipe, "bias-correction"))
                : TextbookStep.heavyBall(mu);
    }

    private static TextbookStep adam(Recipe recipe, double decay) {
        return TextbookStep.adam(number(recipe, "beta1"), number(recipe, "beta2"), number(recipe, "epsilon"), decay);
    }

    private static double number(Recipe recipe, String setting) {
        return (Double) recipe.values().get(setting);
    }

    private static boolean flag(Recipe recipe, String setting) {
        return (Boolean) recipe.values().get(setting);
    }

    private static Map<Surface, Double> surfaces(double bowl, double ravine, double rosenbrock) {
        return Map.of(Surface.BOWL, bowl, Surface.RAVINE, ravine, Surface.ROSENBROCK, rosenbrock);
    }
}
