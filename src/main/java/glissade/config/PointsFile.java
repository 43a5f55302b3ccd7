package glissade.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Reads the points of a sweep, which stand in the text itself or in a file beside it. */
final class PointsFile {
    private static final String VALUE = "it";

    private final ExperimentSource experiment;
    private final Problems problems;

    PointsFile(ExperimentSource experiment, Problems problems) {
        this.experiment = experiment;
        this.problems = problems;
    }

    /** The points, each a section, as far as they can be read. */
    List<Literal> points(Literal literal) {
        if (!(literal.value() instanceof String name)) {
            return literal.isNull() ? List.of() : literal.elements();
        }
        ExperimentSource file = experiment.sibling(name);
        try {
            return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? csv(file) : json(file);
        } catch (IOException e) {
            problems.add(
                    literal.place(), SweepSection.POINTS.path(), file.name() + " cannot be read: " + e.getMessage());
        } catch (ConfigException e) {
            Place place = e.origin() == null ? new Place(file.name(), 0) : Place.of(e.origin());
            problems.add(place, "", Document.inWords(e));
        }
        return List.of();
    }

    private List<Literal> json(ExperimentSource file) throws IOException {
        Literal read = parse(file.text(), new Place(file.name(), 1));
        if (read.elements() == null) {
            problems.add(read.place(), "", "expected a list of points, found " + read.inWords());
            return List.of();
        }
        if (read.elements().isEmpty()) {
            problems.add(read.place(), "", "expected at least one point");
        }
        return read.elements();
    }

    private List<Literal> csv(ExperimentSource file) throws IOException {
        List<Literal> points = new ArrayList<>();
        List<String> header = List.of();
        int number = 0;
        int written = 0;
        for (String line : file.text().replaceFirst("^\\uFEFF", "").lines().toList()) {
            Place place = new Place(file.name(), ++number);
            written += line.isBlank() ? 0 : 1;
            try {
                if (!line.isBlank() && header.isEmpty()) {
                    header = header(CsvLine.cells(line), place);
                } else if (!line.isBlank()) {
                    points.add(point(header, CsvLine.cells(line), place));
                }
            } catch (UnfitValue e) {
                problems.add(place, "", e.getMessage());
            } catch (ConfigException e) {
                problems.add(place, "", Document.inWords(e));
            }
        }
        if (written < 2) {
            problems.add(new Place(file.name(), 0), "", "expected a header of keys and at least one point");
        }
        return points;
    }

    private List<String> header(List<String> cells, Place place) {
        for (String path : cells) {
            if (Keys.find(path).isEmpty()) {
                problems.add(place, path, Keys.unknown(path, false));
            }
        }
        return cells;
    }

    /** Cells under no key have been complained of. */
    private static Literal point(List<String> header, List<String> cells, Place place) throws UnfitValue {
        if (cells.size() != header.size()) {
            throw new UnfitValue(
                    "expected " + header.size() + " cells, as many as the header has, found " + cells.size());
        }
        TreeMap<String, Literal> point = new TreeMap<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            String text = cells.get(cell);
            Key<?> key = Keys.find(header.get(cell)).orElse(null);
            if (key != null && !text.isEmpty()) {
                boolean bare = key.type().textual() && !text.startsWith("\"");
                point.put(key.path(), bare ? new Literal(text, "\"" + text + "\"", place) : parse(text, place));
            }
        }
        return new Literal(new Literal.Section(point), "", place);
    }

    /** A value of HOCON, of which JSON is a part; what is more than a value is text. */
    private static Literal parse(String text, Place place) {
        String lines = "\n".repeat(Math.max(0, place.line() - 1));
        ConfigObject read = ConfigFactory.parseString(
                        lines + VALUE + " = " + text,
                        ConfigParseOptions.defaults().setOriginDescription(place.origin()))
                .root();
        return read.size() == 1 ? Literal.of(read.get(VALUE)) : new Literal(text, "\"" + text + "\"", place);
    }
}
