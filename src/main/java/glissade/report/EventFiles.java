package glissade.report;

import glissade.report.Stretches.Stretch;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A run for TensorBoard ({@code tensorboard --logdir RUN/tensorboard}), from its tables: a folder for each trial with its
 * curves as scalars by epoch, the selected number at the epoch that stands for it, and what was swept as hyper-parameters.
 * Values are single precision, as that is what TensorBoard holds; what was not measured is not there.
 */
public final class EventFiles {
    public static final String FOLDER = "tensorboard";
    /** TensorBoard loads every trial into memory and its page. */
    public static final int MOST_TRIALS = 200;

    private static final String FILE = "events.out.tfevents.0.glissade";
    private static final String SELECTED = "selected/";
    private static final String RATE = "learning_rate";
    private static final List<String> CURVES = List.of("loss", "accuracy", "objective");
    private static final List<String> SPLITS = List.of("train", "validation", "test");

    /** Fields of Summary and Summary.Value. */
    private static final int VALUE = 1;

    private static final int TAG = 1;
    private static final int SIMPLE_VALUE = 2;

    private final RunFolder folder;
    private final RunTables run;
    private final Table curves;
    private final HyperParameters parameters;
    private final Map<String, String> columns = new LinkedHashMap<>();

    private EventFiles(RunFolder folder, Subject subject) throws IOException {
        this.folder = folder;
        this.run = new RunTables(new StoredTables(folder), subject);
        this.curves = folder.readParquet("curves");
        columns.put(RATE, RATE);
        for (String curve : CURVES) {
            for (String split : SPLITS) {
                String column = split + "_" + curve;
                if (isMeasured(column)) {
                    columns.put(curve + "/" + split, column);
                }
            }
        }
        List<String> metrics = new ArrayList<>(List.of(SELECTED + subject.metric()));
        columns.keySet().stream().filter(tag -> !tag.equals(RATE)).forEach(metrics::add);
        this.parameters = new HyperParameters(run, metrics);
    }

    /** Whether some trial has a number in a column of {@code curves}. */
    private boolean isMeasured(String name) {
        return curves.columns().stream().anyMatch(column -> column.name().equals(name))
                && IntStream.range(0, curves.rows()).anyMatch(row -> !curves.isEmpty(row, curves.column(name)));
    }

    /** Writes them all; why there are none, if there are none. */
    public static Optional<String> write(RunFolder folder, Subject subject) throws IOException {
        int trials = folder.readParquet("trials").rows();
        if (trials > MOST_TRIALS) {
            return Optional.of("no files for TensorBoard: the run has " + Words.counted(trials, "trial")
                    + ", and TensorBoard is at ease with" + " at most " + MOST_TRIALS
                    + "; curves.parquet has them all");
        }
        new EventFiles(folder, subject).write();
        return Optional.empty();
    }

    private void write() throws IOException {
        EventRecords experiment = new EventRecords();
        experiment.add(0, parameters.experiment());
        folder.writeBytes(FOLDER + "/" + FILE, experiment.bytes());
        Stretches stretches = new Stretches(curves);
        for (int trial = 0; trial < run.trials().rows(); trial++) {
            // A trial may have no epoch.
            Stretch stretch = stretches.of(run.id(trial)).orElse(new Stretch(0, 0));
            folder.writeBytes(
                    FOLDER + "/" + run.id(trial) + "/" + FILE,
                    events(trial, stretch).bytes());
        }
    }

    private EventRecords events(int trial, Stretch rows) {
        EventRecords events = new EventRecords();
        events.add(0, parameters.begin(trial));
        boolean best = run.subject().bestEpoch();
        long stands = run.trials().whole(trial, run.trials().column(best ? Schemas.BEST_EPOCH : Schemas.EPOCHS));
        long epoch = 0;
        for (int row = rows.from(); row < rows.to(); row++) {
            ProtoBytes summary = new ProtoBytes();
            for (Map.Entry<String, String> curve : columns.entrySet()) {
                add(summary, curve.getKey(), curves.real(row, curves.column(curve.getValue())));
            }
            epoch = curves.whole(row, curves.column("epoch"));
            if (epoch == stands) {
                add(summary, SELECTED + run.subject().metric(), run.trials().real(trial, selected()));
            }
            events.add(epoch, summary);
        }
        events.add(epoch, parameters.end(trial));
        return events;
    }

    private int selected() {
        return run.trials().column(run.subject().column());
    }

    private static void add(ProtoBytes summary, String tag, double value) {
        if (!Double.isNaN(value)) {
            summary.message(VALUE, new ProtoBytes().text(TAG, tag).single(SIMPLE_VALUE, value));
        }
    }
}
