package glissade.config;

import glissade.data.Split;
import glissade.gate.BaselineChoice;
import glissade.gate.DataGate;
import glissade.gate.GateSpec;
import glissade.gate.MetricRule;
import java.util.List;
import java.util.function.Function;

/** The cases of the gate's keys. */
final class GateCase {
    private GateCase() {}

    static List<KeyCase> all() {
        return List.of(
                gate(
                        "require",
                        GateSpec::require,
                        List.of(),
                        "[\"test.recall(ripe) of 28291d71 >= 0.8\", \"train.loss <= 1\"]",
                        List.of(
                                new MetricRule(Split.TEST, "recall", "ripe", "28291d71", true, 0.8),
                                new MetricRule(Split.TRAIN, "loss", "", "", false, 1))),
                gate(
                        "baseline",
                        GateSpec::baseline,
                        BaselineChoice.PREVIOUS,
                        "ratchet",
                        new BaselineChoice(BaselineChoice.Kind.RATCHET, "")),
                gate(
                        "baseline",
                        GateSpec::baseline,
                        BaselineChoice.PREVIOUS,
                        "\"2026-11-20\"",
                        new BaselineChoice(BaselineChoice.Kind.PINNED, "2026-11-20")),
                gate("drop", GateSpec::drop, null, "0.01", 0.01),
                gate("diverged", GateSpec::diverged, 1.0, "0.25", 0.25),
                gate("minutes", GateSpec::minutes, null, "90", 90.0),
                data("least-rows", DataGate::leastRows, null, "0.9", 0.9),
                data("most-rows", DataGate::mostRows, null, "2", 2.0),
                data("class-share", DataGate::classShare, 0.0, "0.05", 0.05),
                data("class-drift", DataGate::classDrift, null, "0.1", 0.1),
                data("missing", DataGate::missing, 1.0, "0.02", 0.02),
                data("schema", DataGate::schema, false, "true", true),
                new KeyCase("gate.data.success", e -> e.gate().data().success(), KeyCase.CSV, false, "true", true),
                gate("keep", GateSpec::keep, 0, "30", 30));
    }

    private static KeyCase gate(
            String path, Function<GateSpec, Object> reading, Object standard, String text, Object value) {
        return new KeyCase("gate." + path, e -> reading.apply(e.gate()), KeyCase.DIGITS, standard, text, value);
    }

    private static KeyCase data(
            String path, Function<DataGate, Object> reading, Object standard, String text, Object value) {
        return gate("data." + path, spec -> reading.apply(spec.data()), standard, text, value);
    }
}
