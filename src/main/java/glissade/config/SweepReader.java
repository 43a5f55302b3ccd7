package glissade.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Reads every axis of a sweep by the type of its key. */
final class SweepReader {
    private final SortedMap<String, AxisLiteral> literals;
    private final Settings settings;
    private final Problems problems;

    SweepReader(SortedMap<String, AxisLiteral> literals, Settings settings, Problems problems) {
        this.literals = literals;
        this.settings = settings;
        this.problems = problems;
    }

    Sweep sweep() {
        List<Axis<?>> axes = new ArrayList<>();
        literals.forEach((path, axis) -> {
            Key<?> key = Keys.find(path).orElseThrow();
            if (axis.section() == SweepSection.RANDOM) {
                addDrawn(key, axis.literal(), axes);
            } else {
                addWritten(key, axis, axes);
            }
        });
        checkLengths();
        return new Sweep(axes, settings.get(SweepKeys.REPLICATES), settings.get(SweepKeys.REPLICATE_ORDER));
    }

    private <T> void addWritten(Key<T> key, AxisLiteral axis, List<Axis<?>> axes) {
        String path = axis.section().axisPath(key.path());
        Place place = axis.literal().place();
        List<Literal> elements = axis.literal().elements();
        if (elements == null) {
            String found = axis.literal().inWords();
            problems.add(place, path, "expected a list of values to try, found " + found);
            return;
        } else if (elements.isEmpty()) {
            problems.add(place, path, "expected at least one value to try, found an empty list");
            return;
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Literal element = elements.get(i);
            try {
                boolean gap = axis.section() == SweepSection.POINTS && element.isNull();
                values.add(gap ? null : key.type().read(element));
            } catch (UnfitValue e) {
                problems.add(element.place(), path + "[" + i + "]", e.getMessage());
            }
        }
        if (!values.isEmpty()) {
            axes.add(new Axis<>(axis.section(), key, values, "", place));
        }
    }

    private <T> void addDrawn(Key<T> key, Literal literal, List<Axis<?>> axes) {
        String path = SweepSection.RANDOM.axisPath(key.path());
        try {
            Distribution<T> distribution = Distribution.read(key.type(), literal);
            int stream = Draw.stream(key.path());
            long seed = settings.get(SweepKeys.DRAW_SEED);
            int trials = settings.get(SweepKeys.TRIALS);
            List<T> values = new ArrayList<>(trials);
            for (int index = 0; index < trials; index++) {
                values.add(distribution.draw(new Draw(seed, stream, index)));
            }
            axes.add(new Axis<>(SweepSection.RANDOM, key, values, distribution.inWords(), literal.place()));
        } catch (UnfitValue e) {
            problems.add(literal.place(), path, e.getMessage());
        }
    }

    /** Every list of a zip is as long as the first. */
    private void checkLengths() {
        Map.Entry<String, AxisLiteral> first = null;
        for (Map.Entry<String, AxisLiteral> entry : literals.entrySet()) {
            List<Literal> values = entry.getValue().literal().elements();
            if (entry.getValue().section() != SweepSection.ZIP || values == null) {
                continue;
            }
            first = first == null ? entry : first;
            int expected = first.getValue().literal().elements().size();
            if (values.size() != expected) {
                problems.add(
                        entry.getValue().literal().place(),
                        SweepSection.ZIP.axisPath(entry.getKey()),
                        "expected " + expected + " values, as many as " + first.getKey() + " has, found "
                                + values.size());
            }
        }
    }
}
