package glissade.app;

import glissade.data.DataSummary;
import glissade.data.Split;
import glissade.engine.Selection;
import glissade.run.Manifest.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The data sets of a run in words: those that differ in their rows only are one line. */
final class DataInWords {
    /** What pushes on landscapes; a row of it is there because a training has one. */
    private static final String NOISE = "noise";

    private final List<Source> sources;

    private record Kind(String source, String shape) {}

    DataInWords(List<Source> sources) {
        Map<String, Source> distinct = new LinkedHashMap<>();
        sources.forEach(source -> distinct.putIfAbsent(source.summary().fingerprint(), source));
        this.sources = List.copyOf(distinct.values());
    }

    String lines() {
        Map<Kind, List<DataSummary>> alike = new LinkedHashMap<>();
        for (Source source : sources) {
            DataSummary summary = source.summary();
            String shape = Wording.number(summary.features(), "feature")
                    + (summary.classes() == 0 ? "" : ", " + Rounded.count(summary.classes()) + " classes");
            alike.computeIfAbsent(new Kind(source.spec().source(), shape), kind -> new ArrayList<>())
                    .add(summary);
        }
        List<String> lines = new ArrayList<>();
        alike.forEach((kind, summaries) -> lines.add(line(kind, summaries)));
        return String.join("\n", lines);
    }

    private static String line(Kind kind, List<DataSummary> summaries) {
        if (kind.source().equals(NOISE) && isOneRow(summaries)) {
            return "none: landscapes need no rows";
        }
        String versions = summaries.size() == 1 ? "" : " in " + Rounded.count(summaries.size()) + " versions";
        return kind.source() + versions + ": " + rows(summaries) + "; " + kind.shape();
    }

    private static String rows(List<DataSummary> summaries) {
        List<String> parts = new ArrayList<>(List.of(range(summaries, DataSummary::trainingRows) + " training"));
        if (summaries.stream().anyMatch(summary -> summary.validationRows() > 0)) {
            parts.add(range(summaries, DataSummary::validationRows) + " validation");
        }
        if (summaries.stream().anyMatch(summary -> summary.testRows() > 0)) {
            parts.add(range(summaries, DataSummary::testRows) + " test");
        }
        return String.join(", ", parts) + (parts.size() == 1 && isOneRow(summaries) ? " row" : " rows");
    }

    private static boolean isOneRow(List<DataSummary> summaries) {
        return summaries.stream().allMatch(summary -> summary.trainingRows() == 1);
    }

    private static String range(List<DataSummary> summaries, ToLongFunction<DataSummary> count) {
        long least = summaries.stream().mapToLong(count).min().orElse(0);
        long most = summaries.stream().mapToLong(count).max().orElse(0);
        return Rounded.count(least) + (least == most ? "" : " to " + Rounded.count(most));
    }

    /** Where not all trials are measured on the same rows, that their numbers tell of these too. */
    Optional<String> mixture(Selection selection) {
        Split split = selection.split();
        return Optional.of(sources.stream()
                        .map(source -> source.spec().rowsOf(split))
                        .distinct()
                        .count())
                .filter(sets -> sets > 1)
                .map(sets -> "Not all trials are measured on the same rows: there are " + Rounded.count(sets)
                        + " sets of "
                        + (split == Split.TRAIN ? "training" : split.name().toLowerCase(Locale.ROOT))
                        + " rows, and the ranking compares these as much as the settings.");
    }
}
