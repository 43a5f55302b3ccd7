package glissade.engine;

import glissade.data.MemoryData;
import glissade.model.Activation;
import glissade.model.Head;
import glissade.model.ModelSpec;
import glissade.model.Surface;
import glissade.numeric.Block;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import glissade.optim.BatchSize;
import glissade.optim.Clipping;
import glissade.optim.Optimizer;
import glissade.optim.Optimizers;
import glissade.optim.Penalty;
import glissade.optim.Schedule;
import glissade.optim.Schedules;
import glissade.optim.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One choice of everything that could make a difference between lanes fused and lanes alone. */
record Combination(
        ModelSpec model,
        Variant optimizer,
        Schedule schedule,
        Penalty.Form penalty,
        Clipping.Kind clipping,
        BatchSize batch,
        Selection selection,
        Evaluation evaluation,
        Course course,
        int lanes,
        int shards,
        boolean sparse,
        boolean pieces) {

    /** An optimizer with its flags and choices made, its numbers open. */
    record Variant(Optimizer kind, Map<String, Object> shared) {}

    private static final int ROWS = 45;
    private static final long ORDER_SEED = 42;

    private static final List<List<?>> FACTORS = List.of(
            models(),
            variants(),
            Schedules.ALL,
            Arrays.asList(null, Penalty.Form.PER_BATCH, Penalty.Form.PLAIN),
            List.of(Clipping.Kind.values()),
            List.of(BatchSize.of(16), BatchSize.of(7), BatchSize.ALL),
            List.of(
                    Selection.named("validation.loss", true),
                    Selection.named("validation.accuracy", true),
                    Selection.named("train.loss", false)),
            List.of(
                    Evaluation.PLAIN,
                    new Evaluation(true, false, false),
                    new Evaluation(false, true, false),
                    new Evaluation(false, false, true),
                    new Evaluation(true, true, true)),
            List.of(Course.values()),
            List.of(7, 17),
            List.of(1, 4),
            List.of(true, false),
            List.of(true, false));

    /** Combinations in which any two choices meet. */
    static List<Combination> pairwise() {
        int[] sizes = FACTORS.stream().mapToInt(List::size).toArray();
        return CoveringArray.of(sizes).stream().map(Combination::of).toList();
    }

    private static Combination of(int[] row) {
        List<Object> chosen = new ArrayList<>();
        for (int factor = 0; factor < row.length; factor++) {
            chosen.add(FACTORS.get(factor).get(row[factor]));
        }
        return new Combination(
                (ModelSpec) chosen.get(0),
                (Variant) chosen.get(1),
                (Schedule) chosen.get(2),
                (Penalty.Form) chosen.get(3),
                (Clipping.Kind) chosen.get(4),
                (BatchSize) chosen.get(5),
                (Selection) chosen.get(6),
                (Evaluation) chosen.get(7),
                (Course) chosen.get(8),
                (Integer) chosen.get(9),
                (Integer) chosen.get(10),
                (Boolean) chosen.get(11),
                (Boolean) chosen.get(12));
    }

    /** Every family, and perceptrons of every activation under every head, of one to three hidden layers. */
    private static List<ModelSpec> models() {
        List<ModelSpec> models = new ArrayList<>();
        for (ModelSpec.Type type : List.of(ModelSpec.Type.LINEAR, ModelSpec.Type.LOGISTIC, ModelSpec.Type.SOFTMAX)) {
            for (Head head : type.heads()) {
                models.add(ModelSpec.of(type).withHead(head));
                models.add(ModelSpec.of(type).withHead(head).withoutBias());
            }
        }
        models.add(ModelSpec.surface(Surface.TWO_WELLS, 0.2));
        Integer[][] hidden = {{5}, {6, 4}, {4, 17, 3}};
        for (Activation activation : Activation.values()) {
            for (Head head : ModelSpec.Type.MLP.heads()) {
                int i = models.size();
                ModelSpec model = ModelSpec.mlp(activation, head, hidden[i % hidden.length]);
                models.add(i % 5 == 3 ? model.withoutBias() : model);
            }
        }
        return models;
    }

    /** Every optimizer with every combination of its flags and choices. */
    private static List<Variant> variants() {
        List<Variant> all = new ArrayList<>();
        for (Optimizer kind : Optimizers.ALL) {
            List<Map<String, Object>> choices = List.of(Map.of());
            for (Setting setting : kind.settings()) {
                choices = crossed(choices, setting);
            }
            choices.forEach(chosen -> all.add(new Variant(kind, chosen)));
        }
        return all;
    }

    private static List<Map<String, Object>> crossed(List<Map<String, Object>> before, Setting setting) {
        List<?> values =
                switch (setting.type()) {
                    case FLAG -> List.of(false, true);
                    case CHOICE -> setting.choices();
                    case NUMBER, TABLE -> List.of();
                };
        List<Map<String, Object>> after = values.isEmpty() ? before : new ArrayList<>();
        for (Object value : values) {
            for (Map<String, Object> chosen : before) {
                Map<String, Object> more = new TreeMap<>(chosen);
                more.put(setting.name(), value);
                after.add(more);
            }
        }
        return after;
    }

    boolean isSurface() {
        return model.type() == ModelSpec.Type.SURFACE;
    }

    CohortSpec cohort() {
        long steps = (ROWS + batch.rows(ROWS) - 1) / batch.rows(ROWS);
        LaneFamily family = new LaneFamily(this);
        List<LaneSpec> specs = IntStream.range(0, lanes)
                .mapToObj(slot -> family.lane(slot, steps))
                .toList();
        return new CohortSpec(0, model, ORDER_SEED, selection, evaluation, specs);
    }

    MemoryData data() {
        return (isSurface() ? pushes() : Trials.data(ROWS, 11, 9, 0.4, 1, Trials.classes(model)))
                .withLayout(sparse)
                .withShards(shards);
    }

    /** Rows for a landscape: each pushes its slope some way. */
    private static MemoryData pushes() {
        float[] values = new float[2 * ROWS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Randomness.gaussian(1, Purpose.NOISE, 0, i);
        }
        Block rows = Block.dense(2, values, new float[ROWS]);
        return MemoryData.of(rows, rows, rows, List.of(), 1);
    }
}
