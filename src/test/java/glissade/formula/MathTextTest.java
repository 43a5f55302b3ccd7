package glissade.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.model.Activation;
import glissade.model.Architecture;
import glissade.model.ClassWeight;
import glissade.model.Head;
import glissade.model.ModelSpec;
import glissade.model.Surface;
import glissade.optim.BatchSize;
import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Kind;
import glissade.optim.Optimizers;
import glissade.optim.Penalty;
import glissade.optim.Recipe;
import glissade.optim.Schedules;
import glissade.optim.Setting;
import glissade.optim.Sgd;
import glissade.optim.StopRules;
import glissade.optim.TrainingSpec;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class MathTextTest {
    static final int ROWS = 1_000;

    @Test
    void thousandsAreSetApartBeforeThePointOnly() {
        Quantity rows = new Quantity("N", "rows", List.of("999", "1000", "54000.0625"), 3);
        String html = MathText.html(List.of(
                new Part("a heading", "a name", "", List.of("w = 1234567 + 0.123456 + 12345e6"), List.of(rows))));
        for (String number : List.of("1,234,567", "0.123456", "12,345", "999", "1,000", "54,000.0625")) {
            assertTrue(html.contains("<mn>" + number + "</mn>"), html);
        }
    }

    /** Every family with every head, landscape, activation and weighting that it can have, with biases and without. */
    private static List<ModelSpec> models() {
        List<ModelSpec> models = new ArrayList<>();
        for (ModelSpec.Type type : ModelSpec.Type.values()) {
            if (type == ModelSpec.Type.SURFACE) {
                for (Surface surface : Surface.values()) {
                    models.add(ModelSpec.surface(surface, 0));
                    models.add(ModelSpec.surface(surface, 0.5));
                }
                continue;
            }
            List<Integer> hidden = type == ModelSpec.Type.MLP ? List.of(7, 5) : List.of();
            for (Head head : type.heads()) {
                for (Activation activation : Activation.values()) {
                    for (ClassWeight weight : ClassWeight.values()) {
                        boolean weighs = head == Head.SOFTMAX || head == Head.BINARY;
                        if (weighs || weight == ClassWeight.NONE) {
                            ModelSpec model = new ModelSpec(type, hidden, activation, head, true, null, 0, weight);
                            models.addAll(List.of(model, model.withoutBias()));
                        }
                    }
                }
            }
        }
        return models;
    }

    private static List<Architecture> architectures(ModelSpec model) {
        return switch (model.head()) {
            case SOFTMAX -> List.of(Architecture.of(model, 4, 3));
            case BINARY -> List.of(Architecture.of(model, 4, 2));
            case MSE, HALF_MSE ->
                model.type() == ModelSpec.Type.SURFACE
                        ? List.of(Architecture.of(model, 2, 0))
                        : List.of(Architecture.of(model, 4, 0), Architecture.of(model, 4, 3));
        };
    }

    /** A kind with all its choices, flags and a table, one after the other. */
    private static List<Recipe> recipes(Kind kind) {
        List<Map<String, Object>> all = new ArrayList<>(List.of(new TreeMap<>()));
        for (Setting setting : kind.settings()) {
            List<Object> values = new ArrayList<>(List.of(setting.fallback()));
            switch (setting.type()) {
                case NUMBER -> values.add(0.625);
                case FLAG -> values.add(!(Boolean) setting.fallback());
                case CHOICE -> values.addAll(setting.choices());
                case TABLE -> values.add(List.of(List.of(2.0, 0.02), List.of(5.5, 1e-7)));
            }
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> each : all) {
                for (Object value : values) {
                    Map<String, Object> with = new TreeMap<>(each);
                    with.put(setting.name(), value);
                    more.add(with);
                }
            }
            all = more;
        }
        return all.stream().map(kind::recipe).toList();
    }

    static TrainingSpec training(
            Recipe optimizer, Recipe schedule, Penalty penalty, Clipping clipping, Initialiser weights) {
        return new TrainingSpec(
                7, BatchSize.of(32), 0.01, schedule, optimizer, penalty, clipping, weights, weights, StopRules.NONE);
    }

    static TrainingSpec plain(Initialiser weights) {
        return training(Sgd.KIND.recipe(), Schedules.CONSTANT.recipe(), Penalty.NONE, Clipping.NONE, weights);
    }

    static String html(Architecture model, TrainingSpec training) {
        Parts parts = new Parts();
        parts.add(model, training, ROWS);
        return MathText.html(parts.all());
    }

    static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    /** Well formed, with a formula in each part, and every heading once. */
    private static void check(String html, int headings) throws Exception {
        Document document = parsed(html);
        NodeList divisions = document.getElementsByTagName("div");
        NodeList words = document.getElementsByTagName("mtext");
        for (int i = 0; i < words.getLength(); i++) {
            assertTrue(
                    words.item(i).getTextContent().startsWith("\u00a0"),
                    "read: " + words.item(i).getTextContent());
        }
        for (int i = 1; i < divisions.getLength(); i++) {
            Element part = (Element) divisions.item(i);
            assertEquals("part", part.getAttribute("class"));
            assertTrue(part.getElementsByTagName("math").getLength() > 0, html);
        }
        NodeList items = document.getElementsByTagName("li");
        for (int i = 0; i < items.getLength(); i++) {
            StringBuilder said = new StringBuilder();
            for (Node node = items.item(i).getFirstChild(); node != null; node = node.getNextSibling()) {
                said.append(node.getNodeType() == Node.TEXT_NODE ? node.getTextContent() : "");
            }
            assertTrue(said.toString().matches("(?s).*[a-z]{4}.*|.*: x and y"), html);
            assertFalse(said.toString().startsWith(":"), "a line may begin with its colon: " + html);
        }
        assertEquals(headings, document.getElementsByTagName("h3").getLength(), html);
        assertEquals(0, document.getElementsByTagName("script").getLength());
        assertFalse(html.matches("(?s).*(NaN|null|Infinity| style=| src=| href=).*"), html);
    }

    @Test
    void everyModelHasItsFormulas() throws Exception {
        for (ModelSpec model : models()) {
            for (Architecture architecture : architectures(model)) {
                check(html(architecture, plain(Initialiser.ZEROS)), 7);
            }
        }
    }

    @Test
    void everyOptimizerAndEveryScheduleHasItsFormulas() throws Exception {
        Architecture model = Architecture.of(ModelSpec.of(ModelSpec.Type.SOFTMAX), 4, 3);
        Recipe sgd = Sgd.KIND.recipe();
        for (Kind optimizer : Optimizers.ALL) {
            for (Recipe recipe : recipes(optimizer)) {
                TrainingSpec training =
                        training(recipe, Schedules.CONSTANT.recipe(), Penalty.NONE, Clipping.NONE, Initialiser.ZEROS);
                check(html(model, training), 7);
            }
        }
        for (Kind schedule : Schedules.ALL) {
            for (Recipe recipe : recipes(schedule)) {
                check(html(model, training(sgd, recipe, Penalty.NONE, Clipping.NONE, Initialiser.ZEROS)), 7);
            }
        }
    }

    @Test
    void everyPenaltyClippingAndStartHasItsFormula() throws Exception {
        Architecture model = Architecture.of(ModelSpec.of(ModelSpec.Type.LOGISTIC), 4, 2);
        Recipe sgd = Sgd.KIND.recipe();
        Recipe constant = Schedules.CONSTANT.recipe();
        for (Penalty.Form form : Penalty.Form.values()) {
            check(html(model, training(sgd, constant, new Penalty(0.1, form), Clipping.NONE, Initialiser.ZEROS)), 8);
        }
        for (Clipping.Kind kind : Clipping.Kind.values()) {
            Clipping clipping = new Clipping(kind, 0.5);
            int headings = kind == Clipping.Kind.NONE ? 7 : 8;
            check(html(model, training(sgd, constant, Penalty.NONE, clipping, Initialiser.ZEROS)), headings);
        }
        for (Initialiser.Kind kind : Initialiser.Kind.values()) {
            check(html(model, plain(new Initialiser(kind, 0.25, 0.5))), 7);
        }
    }

    @Test
    void textOfOthersIsInert() throws Exception {
        String hostile = "<script>alert('\"&')</script>";
        Part part = new Part(hostile, hostile, hostile, List.of(), List.of(new Quantity("", hostile, List.of("1"), 1)));
        Document document = parsed(MathText.html(List.of(part)));
        assertEquals(0, document.getElementsByTagName("script").getLength());
        assertEquals(hostile, document.getElementsByTagName("h3").item(0).getTextContent());
        assertTrue(MathMl.block("<b>").contains("<mtext>&lt;b&gt;</mtext>"), "what is no formula stands as it is");
        assertEquals("", MathText.html(List.of()));
    }

    @Test
    void whatIsNoFormulaIsRefused() {
        for (String text : List.of("a +", "(a", "a b)", "a $ b", "", "f(", "a // b", "[words", "^2")) {
            assertThrows(IllegalArgumentException.class, () -> Formula.read(text, new Evaluation()), text);
        }
    }
}
