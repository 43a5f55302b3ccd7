package glissade.config;

import glissade.config.Output.BestBy;
import glissade.config.Output.Epoch;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Keys of the experiment as a whole. */
final class ExperimentKeys {
    /** Each is a map of 10,000 points for each trial. */
    private static final int MOST_BOUNDARY_EPOCHS = 24;

    private static final KeyGroup HEAD = new KeyGroup();
    private static final KeyGroup LABELS = HEAD.outsideIdentity();
    private static final KeyGroup OUTPUT = new KeyGroup().outsideIdentity();

    private static final Text FOLDER_NAME =
            new Text(Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*"), "a name of letters, digits, '.', '_' and '-'");
    private static final OneOf<BestBy> METRIC = OneOf.of(Arrays.asList(BestBy.values()), BestBy::path);

    static final Key<String> NAME =
            LABELS.add("name", FOLDER_NAME, s -> "experiment", "the file's name", "names the folder of its runs");
    static final Key<String> DESCRIPTION =
            LABELS.add("description", Text.any(), "", "what it is for, shown in the report");
    static final Key<Long> SEED =
            HEAD.add("seed", WholeNumber.any(), TrialConfig.DEFAULT_SEED, "decides starting values and batch order");

    static final Key<BestBy> BEST_BY = OUTPUT.add(
            "output.best-by",
            METRIC,
            s -> BestBy.standard(s.get(DataKeys.VALIDATION) > 0, TrialConfig.hasTestRows(s), TrialConfig.classifies(s)),
            "accuracy (of values: loss) on validation if rows are held out, else test",
            "the number that ranks trials and picks epochs");
    static final Key<Epoch> EPOCH = OUTPUT.add(
            "output.epoch", OneOf.of(Epoch.class), Output.DEFAULT_EPOCH, "the epoch that stands for a trial");

    static final Key<Integer> DETAILS = OUTPUT.add(
            "output.details",
            WholeNumber.ofInt(0),
            Output.DEFAULT_DETAILS,
            "so many of the best trials have predictions, confusion, metrics");
    static final Key<Integer> BOUNDARIES = OUTPUT.add(
            "output.boundaries",
            WholeNumber.ofInt(0),
            s -> s.get(DETAILS),
            "as output.details",
            "so many of the best have a boundary, of two features");

    static final Key<List<Integer>> BOUNDARY_EPOCHS = OUTPUT.add(
            "output.boundary-epochs",
            new ListOf<>(WholeNumber.ofInt(1), 0, MOST_BOUNDARY_EPOCHS),
            List.of(),
            "epochs, as [1, 5, 20], after which the output.details best have a boundary too");

    static final Key<Boolean> FAIL_FAST = OUTPUT.add(
            "output.fail-fast",
            new Flag(),
            false,
            "true: the first trial that fails ends the run; false: the others go on");

    static final Key<Boolean> REPORT =
            OUTPUT.add("output.report", new Flag(), true, "whether a run draws its pictures once it is done");

    static final Key<Boolean> TENSORBOARD = OUTPUT.add(
            "output.tensorboard",
            new Flag(),
            false,
            "whether a run of up to 200 trials also writes event files, for tensorboard --logdir RUN/tensorboard");

    private ExperimentKeys() {}

    static KeyGroup head() {
        return HEAD;
    }

    static KeyGroup output() {
        return OUTPUT;
    }
}
