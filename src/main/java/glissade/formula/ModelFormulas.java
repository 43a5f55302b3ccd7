package glissade.formula;

import glissade.model.Activation;
import glissade.model.Architecture;
import glissade.model.Head;
import glissade.model.ModelSpec;
import glissade.model.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** From a row's features x to its loss, and back. */
final class ModelFormulas {
    private final Architecture architecture;
    private final ModelSpec model;
    private final boolean oneOutput;

    ModelFormulas(Architecture architecture) {
        this.architecture = architecture;
        this.model = architecture.model();
        this.oneOutput = architecture.outputs(architecture.layers() - 1) == 1;
    }

    List<Draft> parts() {
        if (model.type() == ModelSpec.Type.SURFACE) {
            return List.of(landscape(), landscapeLoss(), landscapeGradient());
        }
        List<Draft> parts = new ArrayList<>(List.of(forward()));
        if (model.type() == ModelSpec.Type.MLP) {
            parts.add(activation());
        }
        parts.add(loss());
        parts.add(gradient());
        return parts;
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Draft forward() {
        List<String> formulas =
                switch (model.type()) {
                    case LINEAR, LOGISTIC -> List.of(withBias("z = w^T x", "b"));
                    case SOFTMAX -> List.of(withBias("z = W x", "b"));
                    case MLP ->
                        List.of(
                                "a_0 = x",
                                withBias("z_l = W_l a_(l - 1)", "b_l"),
                                "a_l = phi(z_l) [for] l < L",
                                "z = z_L");
                    case SURFACE -> throw new IllegalStateException("a landscape has no layers");
                };
        String units = architecture.units().stream().map(String::valueOf).collect(Collectors.joining(" -> "));
        return new Draft(Heading.MODEL, name(model.type()), "", formulas, List.of())
                .where("L", "layers with weights", (long) architecture.layers())
                .with(
                        "",
                        "numbers a row" + (model.hidden().isEmpty() ? "" : ", units of each layer") + ", outputs",
                        units)
                .with("", "parameters of a trial", (long) architecture.parameters());
    }

    private String withBias(String formula, String bias) {
        return model.bias() ? formula + " + " + bias : formula;
    }

    private Draft activation() {
        return new Draft(
                Heading.MODEL, name(model.activation()), "of hidden units", formulas(model.activation()), List.of());
    }

    /** What a unit does with its pre-activation u, and the slope of that. */
    static List<String> formulas(Activation activation) {
        return switch (activation) {
            case IDENTITY -> List.of("phi(u) = u", "phi'(u) = 1");
            case TANH -> List.of("phi(u) = tanh(u)", "phi'(u) = 1 - tanh(u)^2");
            case RELU -> List.of("phi(u) = max(u, 0)", "phi'(u) = cases(1, [where] u > 0, 0, [elsewhere])");
            case SIGMOID -> List.of("phi(u) = 1 / (1 + exp(-u))", "phi'(u) = phi(u) (1 - phi(u))");
        };
    }

    private Draft loss() {
        String squares = oneOutput ? "(z - y)^2" : "norm(z - e_y)^2";
        Draft loss =
                switch (model.head()) {
                    case SOFTMAX ->
                        Draft.of(
                                        Heading.LOSS,
                                        name(Head.SOFTMAX),
                                        "p_k = exp(z_k) / (sum_(j = 1)^K exp(z_j))",
                                        "ell = -log(p_y)")
                                .with("K", "classes", (long) architecture.classes());
                    case BINARY ->
                        Draft.of(
                                Heading.LOSS,
                                name(Head.BINARY),
                                "p = 1 / (1 + exp(-z))",
                                "ell = -(y log(p) + (1 - y) log(1 - p))");
                    case MSE -> Draft.of(Heading.LOSS, name(Head.MSE), "ell = " + squares);
                    case HALF_MSE ->
                        Draft.of(
                                Heading.LOSS,
                                name(Head.HALF_MSE),
                                "ell = " + squares + " [as reported]",
                                "ell = 1 / 2 " + squares + " [as descended]");
                };
        Draft named = loss.with("y", architecture.classes() > 0 ? "the row's class" : "the row's target", null);
        return oneOutput ? named : named.with("e_y", "1 at the place of that class, 0 elsewhere", null);
    }

    private Draft gradient() {
        boolean layered = model.type() == ModelSpec.Type.MLP;
        List<String> formulas = new ArrayList<>(List.of((layered ? "delta_L = " : "delta = ") + slope()));
        if (layered) {
            formulas.add("delta_l = (W_(l + 1)^T delta_(l + 1)) * phi'(z_l)");
            formulas.add("grad_(W_l) ell = delta_l a_(l - 1)^T");
        } else {
            formulas.add(model.type() == ModelSpec.Type.SOFTMAX ? "grad_W ell = delta x^T" : "grad_w ell = delta x");
        }
        if (model.bias()) {
            formulas.add(layered ? "grad_(b_l) ell = delta_l" : "grad_b ell = delta");
        }
        return new Draft(
                Heading.GRADIENT, name(model.type()) + " with head " + name(model.head()), "", formulas, List.of());
    }

    /** The derivative of the loss by the outputs. */
    private String slope() {
        String target = oneOutput ? "y" : "e_y";
        return switch (model.head()) {
            case SOFTMAX, BINARY -> "p - " + target;
            case MSE -> "2 (z - " + target + ")";
            case HALF_MSE -> "z - " + target;
        };
    }

    private Draft landscape() {
        return Draft.of(Heading.MODEL, name(model.surface()), "f(x, y) = " + value(model.surface()))
                .with("(x, y)", "the place: the two parameters of a trial", null);
    }

    private Draft landscapeLoss() {
        return model.noise() > 0
                ? Draft.of(Heading.LOSS, "in the wind", "ell = f(x, y) + s (p x + q y)")
                        .with("(p, q)", "a row: a push", null)
                        .with("s", "model.noise", model.noise())
                : Draft.of(Heading.LOSS, "landscape", "ell = f(x, y)");
    }

    private Draft landscapeGradient() {
        List<String> formulas = new ArrayList<>(List.of("grad f = " + slopes(model.surface())));
        formulas.add(model.noise() > 0 ? "grad ell = grad f + s (p, q)" : "grad ell = grad f");
        return new Draft(Heading.GRADIENT, name(model.surface()), "", formulas, List.of());
    }

    static String value(Surface surface) {
        return switch (surface) {
            case BOWL -> "x^2 + y^2";
            case RAVINE -> "(x^2 + 50 y^2) / 2";
            case SADDLE -> "x^2 / 2 + (y^2 - 1)^2 / 4";
            case ROSENBROCK -> "(1 - x)^2 + 100 (y - x^2)^2";
            case TWO_WELLS -> "(x^2 - 1)^2 + (x + 1)^2 / 4 + y^2";
        };
    }

    /** The derivatives by x and by y. */
    static String slopes(Surface surface) {
        return switch (surface) {
            case BOWL -> "(2 x, 2 y)";
            case RAVINE -> "(x, 50 y)";
            case SADDLE -> "(x, y (y^2 - 1))";
            case ROSENBROCK -> "(-2 (1 - x) - 400 x (y - x^2), 200 (y - x^2))";
            case TWO_WELLS -> "(4 x (x^2 - 1) + (x + 1) / 2, 2 y)";
        };
    }
}
