package glissade.report;

import glissade.numeric.DecimalText;
import glissade.store.Schemas;
import glissade.store.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a run found, in a sentence, and how far to trust it. */
final class Verdict {
    private static final List<String> ENDED_BADLY = List.of("diverged", "failed", "pruned");

    private final RunTables run;
    private final Table trials;
    private final Optional<Table> configurations;

    Verdict(RunTables run, Optional<Table> configurations) {
        this.run = run;
        this.trials = run.trials();
        this.configurations = configurations.filter(table -> table.rows() > 0);
    }

    /** As HTML. */
    String sentence() {
        boolean none = IntStream.range(0, trials.rows()).allMatch(row -> ENDED_BADLY.contains(status(row)));
        if (none || run.leaders(1).isEmpty()) {
            return "No trial ended with a result: " + Html.escape(outcomes()) + ".";
        }
        return configurations.isPresent() ? replicated(configurations.get()) : best();
    }

    private String best() {
        int best = run.leaders(1).get(0);
        String number = run.subject().metricInWords() + " " + number(value(best));
        String epoch = run.subject().bestEpoch()
                ? " at epoch " + Words.count(whole(best, Schemas.BEST_EPOCH)) + " of "
                        + Words.count(whole(best, Schemas.EPOCHS))
                : " after " + Words.counted(whole(best, Schemas.EPOCHS), "epoch");
        if (trials.rows() == 1) {
            return "One trial: " + Html.strong(number) + epoch + ".";
        }
        long equal = run.leaders(Integer.MAX_VALUE).stream()
                        .filter(row -> value(row) == value(best))
                        .count()
                - 1;
        return (isPart() ? "So far the best of " : "Best of ") + Words.counted(trials.rows(), "trial") + ": "
                + Html.strong(run.names().trial(best)) + ", with " + Html.strong(number) + epoch + "."
                + (equal == 0
                        ? ""
                        : " " + Words.counted(equal, "other") + (equal == 1 ? " has" : " have") + " the same.");
    }

    private String replicated(Table table) {
        String number = "mean " + run.subject().metricInWords() + " " + number(real(table, Schemas.MEAN));
        long replicates = table.whole(0, table.column(Schemas.REPLICATES));
        boolean alike = replicates > 1 && real(table, Schemas.LOW) == real(table, Schemas.HIGH);
        String interval = Double.isFinite(real(table, Schemas.LOW))
                ? ", 95&nbsp;% interval " + number(real(table, Schemas.LOW)) + " to "
                        + number(real(table, Schemas.HIGH))
                : "";
        boolean varied = !Schemas.swept(table).isEmpty();
        String who = varied
                ? "Best of " + Words.counted(table.rows(), "configuration") + ": "
                        + Html.strong(new Names(table).trial(0)) + ", with "
                : "One configuration: ";
        return who + Html.strong(number) + interval + " over " + Words.counted(replicates, "replicate")
                + (alike ? ", all alike, so that they tell nothing of luck." : "." + (varied ? tied(table) : ""));
    }

    private static String tied(Table table) {
        int tied = table.column(Schemas.TIED);
        List<Integer> others = IntStream.range(1, table.rows())
                .filter(row -> "yes".equals(table.text(row, tied)))
                .boxed()
                .toList();
        Names names = new Names(table);
        return switch (others.size()) {
            case 0 -> " It stands apart from all others.";
            case 1 -> " " + Html.strong(names.trial(others.get(0))) + " cannot be told from it.";
            case 2, 3 ->
                others.stream()
                        .map(row -> Html.strong(names.trial(row)))
                        .collect(Collectors.joining("; ", " Not to be told from it: ", "."));
            default -> " " + others.size() + " others cannot be told from it.";
        };
    }

    private static double real(Table table, String column) {
        return table.real(0, table.column(column));
    }

    /** Whether some were still in training. */
    private boolean isPart() {
        return IntStream.range(0, trials.rows()).anyMatch(row -> status(row).equals("unfinished"));
    }

    /** Trials by how they ended: {@code 62 completed, 2 diverged}. */
    String outcomes() {
        Map<String, Integer> counts = new TreeMap<>();
        IntStream.range(0, trials.rows()).forEach(row -> counts.merge(status(row), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> Words.count(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Why numbers that are ranked together may not be of one kind. */
    List<String> mixtures() {
        List<String> mixtures = new ArrayList<>();
        if (values("model.surface").size() > 1) {
            mixtures.add(
                    "Trials on different surfaces are ranked together: their numbers compare the surfaces as much as the"
                            + " settings.");
        }
        Set<Boolean> squared = new TreeSet<>();
        values("model.head").forEach(head -> squared.add(head.endsWith("mse")));
        if (squared.size() > 1 && run.subject().metric().endsWith("loss")) {
            mixtures.add(
                    "Squared errors and cross-entropies are ranked together, though neither says anything of the other.");
        }
        return mixtures;
    }

    /** Those of a swept path of texts; none if it was not swept. */
    private Set<String> values(String path) {
        Set<String> values = new TreeSet<>();
        Schemas.swept(trials).stream()
                .filter(column -> column.name().equals(path))
                .forEach(column -> IntStream.range(0, trials.rows())
                        .filter(row -> !trials.isEmpty(row, trials.column(path)))
                        .forEach(row -> values.add(trials.text(row, trials.column(path)))));
        return values;
    }

    /** What follows from the tables and is easily forgotten. */
    List<String> notes() {
        List<Integer> leaders = run.leaders(1);
        if (leaders.isEmpty()) {
            return List.of();
        }
        boolean nothingChosen = trials.rows() == 1 && !run.subject().bestEpoch();
        return switch (run.subject().split()) {
            case "test" ->
                nothingChosen
                        ? List.of()
                        : List.of("Chosen by the test rows: on rows that had no say the number is likely to be worse.");
            case "train" -> List.of("Chosen by the training rows: " + unchosen(leaders.get(0)) + ".");
            default -> List.of(heldOut(leaders.get(0)));
        };
    }

    /** What other rows say of a trial that was chosen by those it learned from. */
    private String unchosen(int best) {
        double test = test(best);
        return Double.isNaN(test)
                ? "how well it does on others is not measured"
                : "on the test rows, which it has never seen, its " + measure() + " is " + number(test);
    }

    /** The best of many is usually a little lucky; rows that had no say tell by how much. */
    private String heldOut(int best) {
        double test = test(best);
        int tried = configurations.map(Table::rows).orElse(trials.rows());
        String bestOf = "the best of " + Words.count(tried) + " tried";
        if (Double.isNaN(test)) {
            String unknown = isPart() ? "The test rows have not been asked yet" : "There are no test rows";
            return unknown
                    + (tried == 1
                            ? "."
                            : ", and " + bestOf + " is usually a little lucky with the rows that chose it.");
        }
        String says = "On the test rows, which had no say, its " + measure() + " is " + number(test);
        double chosen = configurations.map(table -> real(table, Schemas.MEAN)).orElse(value(best));
        boolean noWorse = run.subject().smallIsGood() ? test <= chosen : test >= chosen;
        return says
                + (noWorse
                        ? ", no worse than on those that chose it."
                        : tried == 1 ? "." : ", worse than on those that chose it, as is usual for " + bestOf + ".");
    }

    private String measure() {
        String measure = run.subject().metric().substring(run.subject().split().length() + 1);
        return (configurations.isPresent() ? "mean " : "") + measure;
    }

    /** On the test rows, the number of the best trial, or the mean over the replicates of its configuration. */
    private double test(int best) {
        int column = trials.column(run.subject().column().replace(run.subject().split(), "test"));
        if (configurations.isEmpty()) {
            return trials.real(best, column);
        }
        int configuration = trials.column(Schemas.CONFIGURATION);
        return IntStream.range(0, trials.rows())
                .filter(row -> trials.text(row, configuration).equals(trials.text(best, configuration)))
                .filter(row -> !ENDED_BADLY.contains(status(row)))
                .mapToDouble(row -> trials.real(row, column))
                .average()
                .orElse(Double.NaN);
    }

    private String status(int row) {
        return trials.text(row, trials.column(Schemas.STATUS));
    }

    private long whole(int row, String column) {
        return trials.whole(row, trials.column(column));
    }

    private double value(int row) {
        return trials.real(row, trials.column(run.subject().column()));
    }

    /** Four decimals where they say enough, four digits of what is smaller; as everywhere in a page. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size == 0 || !Double.isFinite(value)) {
            return DecimalText.plain(value);
        }
        BigDecimal all = new BigDecimal(value);
        if (size >= 1_000 && size < 1_000_000) {
            return String.format(
                    Locale.ROOT, "%,d", all.setScale(0, RoundingMode.HALF_UP).longValueExact());
        }
        if (size >= 0.1 && size < 1_000) {
            return all.setScale(4, RoundingMode.HALF_UP).toPlainString();
        }
        BigDecimal digits = all.round(new MathContext(4, RoundingMode.HALF_UP));
        if (size >= 1e-4 && size < 0.1) {
            return digits.toPlainString();
        }
        int exponent = digits.precision() - digits.scale() - 1;
        return digits.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
