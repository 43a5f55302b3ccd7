package glissade.config;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The axes of a sweep under the keys they vary; whatever belongs to no key, or to two axes, is a problem. */
final class AxisLiterals {
    /** Takes what stands under a path inside a section. */
    private interface Found {
        void at(String path, Literal literal);
    }

    private final SortedMap<String, AxisLiteral> axes = new TreeMap<>();
    private final Problems problems;

    AxisLiterals(Map<SweepSection, Literal> sections, PointsFile files, Problems problems) {
        this.problems = problems;
        sections.forEach((section, literal) -> {
            if (section == SweepSection.POINTS) {
                addPoints(literal, files);
            } else {
                walk(section, literal, "", (path, axis) -> put(path, new AxisLiteral(section, placed(axis))));
            }
        });
    }

    /** By path of the key that is varied. */
    SortedMap<String, AxisLiteral> axes() {
        return axes;
    }

    /** An override with a single value replaces the file's axis over the same key. */
    void settle(Map<String, Literal> values) {
        values.forEach((path, value) -> {
            AxisLiteral axis = axes.get(path);
            if (axis == null || value.isNull() || !value.place().isOverride()) {
                return;
            }
            if (axis.isOverride()) {
                problems.add(
                        value.place(),
                        path,
                        "set to one value here and to an axis by "
                                + axis.literal().place());
            } else {
                axes.remove(path);
            }
        });
    }

    /** Both {@code "training.learning-rate" = ...} and {@code training { learning-rate = ... }} name a key. */
    private void walk(SweepSection section, Literal literal, String prefix, Found found) {
        literal.entries().forEach((name, inner) -> {
            String path = prefix + name;
            if (Keys.find(path).isEmpty() && Keys.isSection(path) && inner.isSection()) {
                walk(section, inner, path + ".", found);
            } else if (isAxis(section, path, inner) && !inner.isNull()) {
                found.at(path, inner);
            }
        });
    }

    private boolean isAxis(SweepSection section, String path, Literal literal) {
        String reason = Keys.find(path)
                .map(key -> key.swept()
                        ? ""
                        : "cannot be swept, as "
                                + (key.identity()
                                        ? "all trials of a run have it in common"
                                        : "results do not depend on it"))
                .orElseGet(() -> Keys.unknown(path, literal.isSection()));
        if (!reason.isEmpty()) {
            problems.add(literal.place(), section.axisPath(path), reason);
        }
        return reason.isEmpty();
    }

    /** A path can be spelled with and without quotes; an override of either spelling wins over the file. */
    private void put(String path, AxisLiteral axis) {
        AxisLiteral other = axes.get(path);
        if (other == null || (axis.isOverride() && !other.isOverride())) {
            axes.put(path, axis);
        } else if (axis.isOverride() == other.isOverride()) {
            String where = other.section() == axis.section()
                    ? ""
                    : "in " + other.section().path() + " ";
            problems.add(
                    axis.literal().place(),
                    axis.section().axisPath(path),
                    "given twice, also " + where + "at " + other.literal().place());
        }
    }

    /** A section of which an override gave one entry has two places; the override decides. */
    private static Literal placed(Literal axis) {
        SortedMap<String, Literal> overrides = new TreeMap<>(axis.entries());
        overrides.values().removeIf(entry -> !entry.place().isOverride());
        if (overrides.isEmpty()) {
            return axis;
        }
        Place place = overrides.get(overrides.firstKey()).place();
        return new Literal(new Literal.Section(overrides), axis.written(), place);
    }

    private void addPoints(Literal literal, PointsFile files) {
        if (literal.elements() != null && literal.elements().isEmpty()) {
            problems.add(
                    literal.place(), SweepSection.POINTS.path(), "expected at least one point, found an empty list");
        }
        PointTable table = new PointTable();
        for (Literal point : files.points(literal)) {
            if (point.isSection()) {
                SortedMap<String, Literal> cells = new TreeMap<>();
                walk(SweepSection.POINTS, point, "", (path, cell) -> {
                    if (cells.putIfAbsent(path, cell) != null) {
                        problems.add(cell.place(), SweepSection.POINTS.axisPath(path), "given twice in one point");
                    }
                });
                table.add(cells);
            } else {
                problems.add(
                        point.place(),
                        SweepSection.POINTS.path(),
                        "expected a point, as in { KEY = value }, found " + point.inWords());
            }
        }
        table.columns(literal.place()).forEach(this::put);
    }
}
