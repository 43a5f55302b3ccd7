package glissade.config;

import java.util.List;

/** Keys of {@link EvaluateConfig}. */
final class EvaluateKeys {
    private static final KeyGroup KEYS = new KeyGroup();

    static final Key<Boolean> TRAIN = KEYS.add(
            "evaluate.train",
            Choice.of(List.of(false, true), full -> full ? "full" : "as-met"),
            false,
            "training loss as met before each update, or of all rows at the epoch's end");
    static final Key<Boolean> TEST = KEYS.add(
            "evaluate.test",
            Choice.of(List.of(false, true), each -> each ? "each-epoch" : "once"),
            false,
            "when the test split is measured");
    static final Key<Boolean> LAYERS =
            KEYS.add("evaluate.layers", new Flag(), false, "records sizes of each layer's gradient and weights");

    private EvaluateKeys() {}

    static KeyGroup group() {
        return KEYS;
    }

    static EvaluateConfig read(Settings s) {
        return new EvaluateConfig(s.get(TRAIN), s.get(TEST), s.get(LAYERS));
    }
}
