package glissade.formula;

import glissade.formula.Draft.Sized;
import glissade.model.Architecture;
import glissade.model.ModelSpec;
import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Kind;
import glissade.optim.Optimizers;
import glissade.optim.Penalty;
import glissade.optim.Recipe;
import glissade.optim.Schedules;
import glissade.optim.Setting;
import glissade.optim.TrainingSpec;
import java.util.ArrayList;
import java.util.List;

/** From the gradients of a batch's rows to the next parameters. */
final class TrainingFormulas {
    private static final String WEIGHTS_ONLY = " [for weights, not for biases]";

    private final ModelSpec model;
    private final int classes;
    private final TrainingSpec training;
    private final long trainingRows;

    TrainingFormulas(Architecture architecture, TrainingSpec training, long trainingRows) {
        this.model = architecture.model();
        this.classes = architecture.classes();
        this.training = training;
        this.trainingRows = trainingRows;
    }

    List<Draft> parts() {
        List<Draft> parts = new ArrayList<>(List.of(batch()));
        if (training.penalty().isPresent()) {
            parts.add(penalty());
        }
        if (training.clipping().kind() != Clipping.Kind.NONE) {
            parts.add(clipping());
        }
        parts.add(step());
        parts.add(rate());
        boolean landscape = model.type() == ModelSpec.Type.SURFACE;
        String of = landscape ? "the place" : "weights";
        Draft start = start("w", of, landscape ? "both x and y" : "each weight", training.weights());
        boolean layered = model.type() == ModelSpec.Type.MLP;
        parts.add(layered ? start.telling("where hidden units are", ModelFormulas.name(model.activation())) : start);
        if (model.bias()) {
            parts.add(start("b", "biases", "each bias", training.biases()));
        }
        return parts;
    }

    private Draft batch() {
        long rows = training.batchSize().rows(trainingRows);
        long steps = (trainingRows + rows - 1) / rows;
        Draft batch =
                switch (model.classWeight()) {
                    case NONE -> Draft.of(Heading.BATCH, "mean of its rows", "g = 1 / n sum_(i = 1)^n grad ell_i");
                    case BALANCED ->
                        Draft.of(
                                        Heading.BATCH,
                                        "mean of its rows, classes balanced",
                                        "g = 1 / n sum_(i = 1)^n omega_(y_i) grad ell_i",
                                        "omega_c = N / (K N_c)")
                                .with("K", "classes", (long) classes)
                                .with("N_c", "training rows of class c", null);
                };
        return batch.with("n", "rows of a batch; the last of an epoch may have fewer, and counts its own", rows)
                .with("N", "training rows", trainingRows)
                .with("", "steps an epoch", new Sized(steps, "ceil(" + trainingRows + " / " + rows + ") = " + steps));
    }

    private Draft penalty() {
        Penalty.Form form = training.penalty().form();
        String loss = "J = 1 / n sum_(i = 1)^n ell_i + ";
        Draft penalty =
                switch (form) {
                    case PER_BATCH ->
                        Draft.of(
                                Heading.PENALTY,
                                "l2 " + ModelFormulas.name(form),
                                loss + "lambda / (2 n) norm(W)^2",
                                "g <- g + lambda / n w" + WEIGHTS_ONLY);
                    case PLAIN ->
                        Draft.of(
                                Heading.PENALTY,
                                "l2 " + ModelFormulas.name(form),
                                loss + "lambda / 2 norm(W)^2",
                                "g <- g + lambda w" + WEIGHTS_ONLY);
                };
        return penalty.with("lambda", "model.l2", training.penalty().lambda())
                .with("J", "what is descended; W: all weights", null);
    }

    private Draft clipping() {
        Clipping.Kind kind = training.clipping().kind();
        String formula =
                switch (kind) {
                    case VALUE -> "g <- max(-bound, min(bound, g))";
                    case NORM -> "g <- g min(1, bound / norm(g))";
                    case NONE -> throw new IllegalStateException("nothing is clipped");
                };
        String meaning = kind == Clipping.Kind.NORM ? "over all parameters of a trial" : "each by itself";
        return new Draft(Heading.CLIPPING, "by " + ModelFormulas.name(kind), meaning, List.of(formula), List.of())
                .with("bound", "training.clip.bound", training.clipping().bound());
    }

    private Draft step() {
        Recipe recipe = training.optimizer();
        return chosen(Heading.STEP, Optimizers.named(recipe.name()), recipe)
                .where("w", "a parameter", null)
                .where("g", "its gradient over the batch", null)
                .where("eta", "the learning rate of the step", null)
                .where("t", "the step, from 1", null)
                .where("v", "0 at first", null)
                .where("m", "0 at first", null)
                .where("s", "0 at first", null);
    }

    private Draft rate() {
        Recipe recipe = training.schedule();
        return chosen(Heading.RATE, Schedules.named(recipe.name()), recipe)
                .where("eta_0", "training.learning-rate", training.learningRate())
                .where("epoch", "the epoch, from 0", null)
                .where("begun", "epochs at the beginning of the step, with the fraction of this one", null)
                .where("done", "epochs at its end", null)
                .where("epochs", "training.epochs", (long) training.epochs())
                .where("k", "0 at first", null);
    }

    private static Draft chosen(Heading heading, Kind kind, Recipe recipe) {
        Draft draft = new Draft(heading, kind.name(), kind.meaning(), kind.formulas(recipe), List.of());
        for (Setting setting : kind.settings()) {
            if (setting.type() == Setting.Type.NUMBER) {
                draft = draft.where(setting.name(), setting.meaning(), recipe.number(setting));
            }
        }
        return draft;
    }

    private static Draft start(String symbol, String of, String each, Initialiser start) {
        String formula =
                switch (start.kind()) {
                    case ZEROS -> symbol + " = 0";
                    case POINT -> "(x, y) = (x_0, y_0)";
                    case UNIFORM -> symbol + " ~ U(low, high)";
                    case NORMAL -> symbol + " ~ N(0, sd^2)";
                    case XAVIER -> symbol + " ~ N(0, 2 / (fan-in + fan-out))";
                    case HE -> symbol + " ~ N(0, 2 / fan-in)";
                    case LECUN -> symbol + " ~ N(0, 1 / fan-in)";
                };
        return new Draft(Heading.START, of + ": " + ModelFormulas.name(start.kind()), "", List.of(formula), List.of())
                .where(symbol, each, null)
                .where("x_0", "where it starts", start.a())
                .where("y_0", "where it starts", start.b())
                .where("low", "the least", start.a())
                .where("high", "the largest", start.b())
                .where("sd", "their standard deviation", start.a())
                .where("fan-in", "inputs of a unit", null)
                .where("fan-out", "units of its layer", null);
    }
}
