package glissade.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What the tables of a run hold.
 *
 * <p>{@code trials}, a row for each trial, ordered by {@code trial_id}:
 *
 * <ul>
 *   <li>{@code trial_id}: stable name of the trial, from the content of its config
 *   <li>only where configurations have replicates, {@code configuration}: the {@code trial_id} of its replicate 0; {@code
 *       replicate}: from 0
 *   <li>one column for each swept config path, under that path: the trial's value
 *   <li>{@code status}: completed, stopped, diverged, pruned or failed; {@code reason}: why, empty when completed
 *   <li>{@code epochs}: completed ones; {@code best_epoch}: the one, from 1, with the best selected number, empty if none
 *   <li>{@code final_...}, {@code best_...}: loss and accuracy after the last and the best epoch on each split
 *   <li>{@code data}: SHA-256 fingerprint of the content of the trial's data, empty if it could not be read
 *   <li>{@code best_loss_epoch}, {@code best_accuracy_epoch}: the evaluated epoch, from 1, with the lowest loss and the highest
 *       accuracy on the split of the selected number, empty where that is not measured on the way. In no digest: they
 *       follow from {@code curves}
 * </ul>
 *
 * <p>{@code curves}, a row for each completed epoch, ordered by {@code trial_id} and {@code epoch}: updates so far, the rate
 * in use, loss and accuracy on each split, and the training loss plus penalty. Training numbers are means over the epoch's
 * batches, each taken just before its update, unless the config asks for a full evaluation. Where {@code evaluate.every} is
 * above 1, an epoch at whose end nothing was evaluated has a row with these numbers empty.
 *
 * <p>{@code configurations}, only where they have replicates, a row for each, best first; in no digest, as it follows from
 * {@code trials}:
 *
 * <ul>
 *   <li>{@code configuration} and the swept paths, as in {@code trials}
 *   <li>{@code replicates}: those that have the selected number and neither failed nor diverged; the rest is about these
 *   <li>{@code mean}, {@code sd} of the selected number; {@code low}, {@code high}: the 95 % interval of the mean (Student's t)
 *   <li>{@code rank}: from 1 by mean; those of which a replicate failed or diverged come after all others
 *   <li>{@code tied}: yes if the 95 % interval of the differences to the best configuration, replicate by replicate, holds
 *       0; empty if fewer than two can be compared
 * </ul>
 *
 * <p>{@code layers}, only where the config asks for it, a row for each layer of each epoch of each trial, ordered by these:
 * Euclidean norms of the weights and of their loss gradient in the epoch's last batch. In no digest.
 *
 * <p>{@code steps}, only where {@code curves.every-steps} is given, a row for every so many steps, ordered by {@code trial_id} and
 * {@code step}: the step's number in the trial, from 1, its epoch, its learning rate, and the mean loss of its batch just
 * before the update; in a single trial's log also the norm of the batch's gradient. In no digest.
 *
 * <p>{@code trajectory}, only of models on a surface, ordered by {@code trial_id} and {@code step}: the place (x, y) after so many
 * steps, 0 being the start, and the loss that the next batch had there; none at the last place. Of every step, or of every
 * {@code curves.every-steps}, and of at most 2,000: whenever there would be more, every other row is dropped. In no digest.
 *
 * <p>{@code timings}, a row for each cohort, ordered by {@code cohort}: wall-clock seconds and training examples times
 * trials per second; of a run that was continued, the seconds of all its processes, without work that was lost. The only table that differs between equal runs, and in no digest.
 *
 * <p>What was not measured is empty.
 */
public final class Schemas {
    public static final String TRIAL_ID = "trial_id";
    public static final String CONFIGURATION = "configuration";
    public static final String REPLICATE = "replicate";
    public static final String REPLICATES = "replicates";
    public static final String MEAN = "mean";
    public static final String LOW = "low";
    public static final String HIGH = "high";
    public static final String TIED = "tied";
    public static final String STATUS = "status";
    public static final String REASON = "reason";
    public static final String EPOCHS = "epochs";
    public static final String BEST_EPOCH = "best_epoch";
    public static final String DATA = "data";
    public static final String BEST_LOSS_EPOCH = "best_loss_epoch";
    public static final String BEST_ACCURACY_EPOCH = "best_accuracy_epoch";
    public static final String STEPS = "steps";
    public static final String TRAJECTORY = "trajectory";

    private static final List<String> METRICS = List.of(
            "train_loss", "train_accuracy", "validation_loss", "validation_accuracy", "test_loss", "test_accuracy");

    private Schemas() {}

    /** An empty {@code trials} with a column for each swept path. */
    public static Table trials(List<Column> swept) {
        return trials(swept, false);
    }

    /** An empty {@code trials} with a column for each swept path, where configurations have replicates or not. */
    public static Table trials(List<Column> swept, boolean replicated) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(TRIAL_ID));
        if (replicated) {
            columns.addAll(List.of(Column.text(CONFIGURATION), Column.whole(REPLICATE)));
        }
        columns.addAll(swept);
        columns.addAll(
                List.of(Column.text(STATUS), Column.text(REASON), Column.whole(EPOCHS), Column.whole(BEST_EPOCH)));
        METRICS.forEach(metric -> columns.add(Column.real("final_" + metric)));
        METRICS.forEach(metric -> columns.add(Column.real("best_" + metric)));
        columns.add(Column.text(DATA));
        columns.addAll(List.of(Column.whole(BEST_LOSS_EPOCH), Column.whole(BEST_ACCURACY_EPOCH)));
        return new Table("trials", columns);
    }

    /** The swept paths' columns of a {@code trials} or a {@code configurations}. */
    public static List<Column> swept(Table table) {
        boolean trials = has(table, TRIAL_ID);
        String last = !trials ? CONFIGURATION : isReplicated(table) ? REPLICATE : TRIAL_ID;
        return table.columns().subList(table.column(last) + 1, table.column(trials ? STATUS : REPLICATES));
    }

    /** Whether the configurations of a {@code trials} have replicates. */
    public static boolean isReplicated(Table trials) {
        return has(trials, REPLICATE);
    }

    private static boolean has(Table table, String name) {
        return table.columns().stream().anyMatch(column -> column.name().equals(name));
    }

    /** An empty {@code configurations} with a column for each swept path. */
    public static Table configurations(List<Column> swept) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(CONFIGURATION));
        columns.addAll(swept);
        columns.add(Column.whole(REPLICATES));
        List.of(MEAN, "sd", LOW, HIGH).forEach(name -> columns.add(Column.real(name)));
        columns.addAll(List.of(Column.whole("rank"), Column.text(TIED)));
        return new Table("configurations", columns);
    }

    /** An empty {@code curves}. */
    public static Table curves() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(TRIAL_ID), Column.whole("epoch"), Column.whole("steps"), Column.real("learning_rate")));
        METRICS.forEach(metric -> columns.add(Column.real(metric)));
        columns.add(Column.real("train_objective"));
        return new Table("curves", columns);
    }

    /** An empty {@code layers}. */
    public static Table layers() {
        return new Table(
                "layers",
                List.of(
                        Column.text(TRIAL_ID),
                        Column.whole("epoch"),
                        Column.whole("layer"),
                        Column.real("gradient_norm"),
                        Column.real("weight_norm")));
    }

    /** An empty {@code steps}. */
    public static Table steps(boolean gradientNorm) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(TRIAL_ID),
                Column.whole("step"),
                Column.whole("epoch"),
                Column.real("learning_rate"),
                Column.real("loss")));
        if (gradientNorm) {
            columns.add(Column.real("gradient_norm"));
        }
        return new Table(STEPS, columns);
    }

    /** An empty {@code trajectory}. */
    public static Table trajectory() {
        return new Table(
                TRAJECTORY,
                List.of(
                        Column.text(TRIAL_ID),
                        Column.whole("step"),
                        Column.real("x"),
                        Column.real("y"),
                        Column.real("loss")));
    }

    /** An empty {@code timings}. */
    public static Table timings() {
        return new Table(
                "timings",
                List.of(
                        Column.whole("cohort"),
                        Column.whole("trials"),
                        Column.real("seconds"),
                        Column.real("example_trials_per_second")));
    }
}
