package glissade.formula;

import glissade.formula.Draft.Sized;
import glissade.formula.Draft.Value;
import glissade.model.Architecture;
import glissade.numeric.DecimalText;
import glissade.optim.TrainingSpec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Collects the parts that the trials of a run are made of: those that differ in values only are one part. */
public final class Parts {
    /** More values than this are told by the smallest and the largest. */
    static final int MOST_VALUES = 12;
    /** More parts than this of one heading are only counted. */
    static final int MOST_PARTS = 12;

    /** Drawn numbers have more than anybody reads. */
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private final Map<Heading, Map<Draft, Map<Value, Set<Object>>>> found = new EnumMap<>(Heading.class);

    /** Takes in a trial that learns from so many rows. */
    public void add(Architecture model, TrainingSpec training, long trainingRows) {
        new ModelFormulas(model).parts().forEach(this::add);
        new TrainingFormulas(model, training, trainingRows).parts().forEach(this::add);
    }

    private void add(Draft draft) {
        Draft alone = new Draft(draft.heading(), draft.name(), draft.meaning(), draft.formulas(), List.of());
        Map<Value, Set<Object>> values = found.computeIfAbsent(draft.heading(), heading -> new LinkedHashMap<>())
                .computeIfAbsent(alone, part -> new LinkedHashMap<>());
        for (Value value : draft.values()) {
            Set<Object> all = values.computeIfAbsent(
                    new Value(value.symbol(), value.meaning(), null, value.telling()), symbol -> new LinkedHashSet<>());
            if (value.value() != null) {
                all.add(value.value());
            }
        }
    }

    /** All of them, in the order of a step. */
    public List<Part> all() {
        List<Part> parts = new ArrayList<>();
        found.forEach((heading, drafts) -> {
            drafts.entrySet().stream()
                    .limit(MOST_PARTS)
                    .forEach(entry -> parts.add(part(entry.getKey(), entry.getValue(), drafts.values())));
            int more = drafts.size() - MOST_PARTS;
            if (more > 0) {
                parts.add(new Part(heading.words(), "and " + more + " more", "", List.of(), List.of()));
            }
        });
        return parts;
    }

    private static Part part(
            Draft draft, Map<Value, Set<Object>> values, Collection<Map<Value, Set<Object>>> ofHeading) {
        List<Quantity> quantities = values.entrySet().stream()
                .filter(entry -> !entry.getKey().telling() || tells(entry.getKey(), ofHeading))
                .map(entry -> quantity(entry.getKey(), entry.getValue()))
                .toList();
        return new Part(draft.heading().words(), draft.name(), draft.meaning(), draft.formulas(), quantities);
    }

    /** Whether the parts that have something differ in it. */
    private static boolean tells(Value value, Collection<Map<Value, Set<Object>>> parts) {
        return parts.stream()
                        .map(part -> part.get(value))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1;
    }

    private static Quantity quantity(Value symbol, Set<Object> values) {
        List<String> texts = values.stream()
                .sorted(Comparator.comparingDouble(Parts::size))
                .map(Parts::text)
                .toList();
        List<String> shown = texts.size() <= MOST_VALUES ? texts : List.of(texts.get(0), texts.get(texts.size() - 1));
        return new Quantity(symbol.symbol(), symbol.meaning(), shown, texts.size());
    }

    /** Numbers by size; other formulas stay as they came. */
    private static double size(Object value) {
        return value instanceof Number number ? number.doubleValue() : value instanceof Sized sized ? sized.size() : 0;
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            boolean finite = Double.isFinite(number);
            return DecimalText.plain(
                    finite ? new BigDecimal(number).round(DIGITS).doubleValue() : number);
        }
        return value instanceof Sized sized ? sized.formula() : String.valueOf(value);
    }
}
