package glissade.formula;

import static glissade.formula.MathTextTest.ROWS;
import static glissade.formula.MathTextTest.html;
import static glissade.formula.MathTextTest.parsed;
import static glissade.formula.MathTextTest.plain;
import static glissade.formula.MathTextTest.training;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.model.Activation;
import glissade.model.Architecture;
import glissade.model.ModelSpec;
import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Kind;
import glissade.optim.Optimizers;
import glissade.optim.Penalty;
import glissade.optim.Recipe;
import glissade.optim.Schedules;
import glissade.optim.Sgd;
import glissade.optim.TrainingSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The numbers of a run beside the symbols of its mathematics: short, of six digits, and each said of what it is of. */
class MathNumbersTest {
    private static TrainingSpec simply(Recipe optimizer, Initialiser.Kind weights) {
        return training(
                optimizer, Schedules.CONSTANT.recipe(), Penalty.NONE, Clipping.NONE, new Initialiser(weights, 0, 0));
    }

    @Test
    void theNumbersOfTheRunStandBesideTheirSymbols() {
        Parts parts = new Parts();
        Architecture model = Architecture.of(ModelSpec.mlp(Activation.TANH, 128), 784, 10);
        Kind momentum = Optimizers.named("momentum");
        for (double mu : new double[] {0.9, 0.5, 0.9}) {
            Recipe recipe = momentum.recipe(Map.of("mu", mu));
            parts.add(model, simply(recipe, Initialiser.Kind.XAVIER), ROWS);
        }
        List<Part> all = parts.all();
        assertTrue(all.toString().contains("values=[784 -> 128 -> 10], count=1"), all.toString());
        assertTrue(all.toString().contains("values=[101770], count=1"), all.toString());
        assertTrue(all.toString().contains("values=[0.5, 0.9], count=2"), all.toString());
        assertTrue(all.toString().contains("counts its own, values=[32]"), all.toString());
        String html = MathText.html(all);
        assertTrue(html.contains("<mn>0.5</mn></mrow><mo>,</mo><mrow><mn>0.9</mn>"), html);
        assertFalse(html.contains("Adam"), "a part that no trial uses");
    }

    @Test
    void manyValuesAreToldByTheirEndsAndManyPartsAreCounted() throws Exception {
        Parts parts = new Parts();
        Kind manual = Schedules.named("manual");
        for (int i = 1; i <= 40; i++) {
            Recipe table = manual.recipe(Map.of("table", List.of(List.of((double) i, 0.5))));
            TrainingSpec spec = training(Sgd.KIND.recipe(), table, Penalty.NONE, Clipping.NONE, Initialiser.ZEROS);
            parts.add(Architecture.of(ModelSpec.of(ModelSpec.Type.SOFTMAX), i, 3), spec, ROWS + i);
        }
        assertTrue(
                parts.all().toString().contains("values=[1001, 1040], count=40"),
                parts.all().toString());
        String html = MathText.html(parts.all());
        assertTrue(html.contains("<h4>and 28 more</h4>"), html);
        parsed(html);
    }

    @Test
    void setsAreShortNumbersHaveSixDigitsAndStepsSayOfWhatTheyAre() {
        Parts parts = new Parts();
        Architecture model = Architecture.of(ModelSpec.of(ModelSpec.Type.SOFTMAX), 4, 3);
        Kind momentum = Optimizers.named("momentum");
        for (int i = 1; i <= 12; i++) {
            Recipe recipe = momentum.recipe(Map.of("mu", i / 13.0));
            parts.add(model, simply(recipe, Initialiser.Kind.ZEROS), i < 12 ? ROWS : 20);
        }
        String all = parts.all().toString();
        assertTrue(all.contains("values=[0.0769231, 0.153846, "), all);
        assertTrue(all.contains("steps an epoch, values=[ceil(20 / 20) = 1, ceil(1000 / 32) = 32], count=2"), all);
        String html = MathText.html(parts.all());
        assertTrue(
                html.contains(
                        "<mn>0.461538</mn></mrow><mo>,</mo><mrow><mi>…</mi></mrow><mo>,</mo><mrow><mn>0.923077</mn>"),
                html);
        assertTrue(html.contains("</math>, 12 values: "), html);
    }

    /** Which a config has, not how long a run took that was stopped, or whose schedule does not ask. */
    @Test
    void epochsAreStatedOnlyWhereAScheduleCountsThem() {
        Architecture model = Architecture.of(ModelSpec.of(ModelSpec.Type.SOFTMAX), 4, 3);
        for (Kind schedule : Schedules.ALL) {
            TrainingSpec training =
                    training(Sgd.KIND.recipe(), schedule.recipe(), Penalty.NONE, Clipping.NONE, Initialiser.ZEROS);
            boolean counts = schedule.name().equals("cosine");
            assertEquals(counts, html(model, training).contains("training.epochs"), schedule.name());
        }
    }

    @Test
    void aStartSaysOfWhichUnitsItIsWhereNotAllBeginAlike() {
        Parts parts = new Parts();
        for (Activation activation : List.of(Activation.TANH, Activation.RELU)) {
            boolean relu = activation == Activation.RELU;
            Initialiser start = new Initialiser(relu ? Initialiser.Kind.HE : Initialiser.Kind.XAVIER, 0, 0);
            parts.add(Architecture.of(ModelSpec.mlp(activation, 5), 4, 3), plain(start), ROWS);
            boolean said = parts.all().toString().contains("meaning=where hidden units are");
            assertEquals(relu, said, "once there are two");
        }
        String all = parts.all().toString();
        assertTrue(all.contains("meaning=where hidden units are, values=[tanh], count=1"), all);
        assertEquals(
                List.of("weights: xavier", "weights: he", "biases: xavier", "biases: he"),
                parts.all().stream()
                        .filter(part -> part.heading().equals("The start"))
                        .map(Part::name)
                        .toList());
        assertTrue(all.contains("meaning=where hidden units are, values=[relu], count=1"), all);
    }
}
