package glissade.plan;

import glissade.config.Axis;
import glissade.config.SweepSection;
import glissade.config.TextTable;
import glissade.data.DataSpec;
import glissade.data.DataSummary;
import glissade.model.Architecture;
import glissade.model.ClassWeight;
import glissade.model.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code glissade plan} prints. */
public final class PlanText {
    private static final int MOST_VALUES = 6;

    private final Plan plan;

    private PlanText(Plan plan) {
        this.plan = plan;
    }

    /** The whole plan, with at most so many cohorts and trials listed. */
    public static String render(Plan plan, int mostListed) {
        PlanText text = new PlanText(plan);
        return text.head() + "\n" + text.cohorts(mostListed) + "\n" + text.trials(mostListed) + text.notes();
    }

    /** What will be trained on what, and how: its first lines. */
    public static String summary(Plan plan) {
        return new PlanText(plan).head();
    }

    private String head() {
        List<PlannedCohort> cohorts = plan.cohorts();
        String description = plan.trials().experiment().description();
        TextTable table = new TextTable("experiment", plan.name() + (description.isEmpty() ? "" : ": " + description));
        table.row("trials", trialsInWords());
        plan.data().stream().map(PlanText::dataInWords).distinct().forEach(data -> table.row("data", data));
        plan.data().stream()
                .flatMap(data -> data.summary().remarks().stream())
                .distinct()
                .forEach(remark -> table.row("", remark));
        cohorts.stream()
                .map(PlannedCohort::architecture)
                .distinct()
                .forEach(architecture -> table.row("model", modelInWords(architecture)));
        table.row("cohorts", cohortsInWords());
        table.row("engine", plan.engine().kind().text() + ": " + plan.engine().reason());
        table.row("time", plan.speed().inWords() + " (estimates)");
        plan.data().stream()
                .map(PlannedData::shards)
                .distinct()
                .forEach(shards -> table.row("shards", shards.count() + ": " + shards.reason()));
        table.row("best by", selectionInWords());
        table.row(
                "memory",
                Numbers.bytes(plan.memory().dataBytes()) + " of data, "
                        + Numbers.bytes(plan.memory().largestCohortBytes()) + " for the largest cohort");
        return table.render();
    }

    private String trialsInWords() {
        List<String> factors = new ArrayList<>();
        long product = 1;
        for (List<Axis<?>> factor : plan.trials().experiment().sweep().factors()) {
            Axis<?> axis = factor.get(0);
            boolean grid = axis.section() == SweepSection.GRID;
            SweptColumn column = column(axis);
            int length = grid ? column.values() : axis.values().size();
            factors.add(Numbers.grouped(length) + " " + (grid ? shortName(column) : lowerCase(axis.section())));
            product *= length;
        }
        int replicates = plan.trials().replicates();
        if (replicates > 1) {
            factors.add(Numbers.counted(replicates, "replicate"));
            product *= replicates;
        }
        int trials = plan.trials().all().size();
        String less = product == trials ? "" : ", less " + Numbers.counted(product - trials, "duplicate");
        return Numbers.grouped(trials) + (factors.isEmpty() ? "" : " = " + String.join(" x ", factors) + less);
    }

    private SweptColumn column(Axis<?> axis) {
        return plan.trials().columns().stream()
                .filter(column -> column.path().equals(axis.key().path()))
                .findFirst()
                .orElseThrow();
    }

    private static String dataInWords(PlannedData data) {
        DataSummary summary = data.summary();
        double kept = 100.0 * summary.storedValues() / ((double) summary.trainingRows() * summary.features());
        return data.spec().source() + ": " + Numbers.counted(summary.trainingRows(), "row") + " to train on, "
                + Numbers.grouped(summary.validationRows()) + " held out, "
                + Numbers.grouped(summary.testRows()) + " to test; "
                + Numbers.counted(summary.features(), "feature") + ", "
                + (summary.classes() == 0 ? "a value to predict" : Numbers.counted(summary.classes(), "class")) + ", "
                + (summary.sparse() ? String.format(Locale.ROOT, "sparse (%.0f %% not zero)", kept) : "dense")
                + scalingInWords(data.spec());
    }

    /** Nothing where features are divided by a constant, or left alone. */
    private static String scalingInWords(DataSpec spec) {
        return switch (spec.scaling()) {
            case NONE, CONSTANT -> "";
            case STANDARDIZE -> ", standardized";
            case MIN_MAX, MAX_ABS -> ", scaled by " + spec.scaling().text();
        };
    }

    /** A model by its type, units and number of parameters. */
    public static String modelInWords(Architecture architecture) {
        ModelSpec model = architecture.model();
        String units = unitsInWords(architecture);
        String shape =
                switch (model.type()) {
                    case LINEAR, LOGISTIC, SOFTMAX -> lowerCase(model.type()) + " " + units;
                    case MLP ->
                        "mlp " + units + " " + lowerCase(model.activation()) + ", head " + lowerCase(model.head());
                    case SURFACE -> "surface " + lowerCase(model.surface());
                };
        String weights = model.classWeight() == ClassWeight.NONE ? "" : ", classes " + lowerCase(model.classWeight());
        return shape + weights + ", " + Numbers.counted(architecture.parameters(), "parameter");
    }

    /** The units of every layer, input first: {@code 784-10}. */
    public static String unitsInWords(Architecture architecture) {
        return architecture.units().stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String cohortsInWords() {
        List<PlannedCohort> cohorts = plan.cohorts();
        long alone =
                cohorts.stream().filter(cohort -> cohort.trials().size() == 1).count();
        long fused = cohorts.size() - alone;
        String cores = " on " + Numbers.counted(plan.resources().cores(), "core");
        String apart = Numbers.counted(alone, "trial") + " alone";
        String together = Numbers.grouped(plan.trials().all().size() - alone) + " trials in "
                + Numbers.counted(fused, "fused cohort");
        return (fused == 0 ? apart : alone == 0 ? together : together + ", " + apart + ",") + cores;
    }

    private String selectionInWords() {
        return plan.selection().name() + " at the " + (plan.selection().best() ? "best" : "last") + " epoch";
    }

    private String cohorts(int mostListed) {
        TextTable table = new TextTable(
                " cohort", " lanes", " batch", " steps/epoch", " epochs", "lanes share", "lanes differ in");
        for (PlannedCohort cohort : first(plan.cohorts(), mostListed)) {
            table.row(
                    cohort.spec().number() + 1,
                    cohort.trials().size(),
                    Numbers.grouped(cohort.batchRows()),
                    Numbers.grouped(cohort.stepsAnEpoch()),
                    Numbers.grouped(cohort.epochs()),
                    axes(cohort, true),
                    axes(cohort, false));
        }
        return table.render() + more(plan.cohorts().size() - mostListed, "cohort");
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    /** The axes on which the lanes of a cohort agree, or those on which they differ, with their values. */
    private String axes(PlannedCohort cohort, boolean shared) {
        List<String> axes = new ArrayList<>();
        for (SweptColumn column : plan.trials().columns()) {
            List<Object> values = cohort.trials().stream()
                    .filter(trial -> trial.swept().containsKey(column.path()))
                    .map(trial -> trial.swept().get(column.path()))
                    .distinct()
                    .toList();
            addAxis(shortName(column), values, shared, axes);
        }
        if (plan.trials().isReplicated()) {
            List<Object> numbers = cohort.trials().stream()
                    .map(trial -> (Object) trial.replicate())
                    .distinct()
                    .toList();
            addAxis("replicate", numbers, shared, axes);
        }
        return String.join("; ", axes);
    }

    private static void addAxis(String name, List<Object> values, boolean shared, List<String> axes) {
        if (!values.isEmpty() && shared == (values.size() == 1)) {
            axes.add(name + " " + shown(values.stream().map(SweptColumn::brief).toList()));
        }
    }

    private static String shown(List<String> values) {
        return values.size() <= MOST_VALUES
                ? String.join(", ", values)
                : String.join(", ", values.subList(0, MOST_VALUES - 2)) + ", ... " + values.get(values.size() - 1);
    }

    /** The last segment of a path, if no other axis ends the same. */
    private String shortName(SweptColumn column) {
        String last = column.path().substring(column.path().lastIndexOf('.') + 1);
        long same = plan.trials().columns().stream()
                .filter(other ->
                        other.path().endsWith("." + last) || other.path().equals(last))
                .count();
        return same == 1 ? last : column.path();
    }

    private String trials(int mostListed) {
        List<SweptColumn> columns = plan.trials().columns();
        boolean replicated = plan.trials().isReplicated();
        String[] headings = new String[columns.size() + (replicated ? 2 : 1)];
        headings[0] = "trial";
        headings[headings.length - 1] = replicated ? " replicate" : headings[headings.length - 1];
        for (int i = 0; i < columns.size(); i++) {
            boolean number = columns.get(i).kind() != SweptColumn.Kind.TEXT;
            headings[i + 1] = (number ? " " : "") + columns.get(i).path();
        }
        TextTable table = new TextTable(headings);
        for (Trial trial : first(plan.trials().all(), mostListed)) {
            Object[] cells = new Object[headings.length];
            cells[0] = trial.id();
            for (int i = 0; i < columns.size(); i++) {
                Object cell = trial.swept().get(columns.get(i).path());
                cells[i + 1] = cell == null ? "-" : SweptColumn.show(cell);
            }
            if (replicated) {
                cells[cells.length - 1] = trial.replicate();
            }
            table.row(cells);
        }
        return table.render() + more(plan.trials().all().size() - mostListed, "trial");
    }

    private static String more(int count, String noun) {
        return count > 0 ? "... and " + Numbers.counted(count, "more " + noun) + "\n" : "";
    }

    private String notes() {
        return plan.notes().stream().map(note -> "\nnote: " + note).collect(Collectors.joining("", "", "\n"));
    }
}
