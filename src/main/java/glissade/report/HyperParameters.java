package glissade.report;

import glissade.store.Column;
import glissade.store.Schemas;
import java.util.List;

/** What was swept, as summaries of TensorBoard's plug-in {@code hparams}: once for the run, and for each trial its values. */
final class HyperParameters {
    private static final String PLUGIN = "hparams";

    /** Fields of Summary, Summary.Value, SummaryMetadata and its PluginData. */
    private static final int VALUE = 1;

    private static final int TAG = 1;
    private static final int TENSOR = 8;
    private static final int METADATA = 9;
    private static final int PLUGIN_DATA = 1;
    private static final int DATA_CLASS = 4;
    private static final int PLUGIN_NAME = 1;
    private static final int CONTENT = 2;
    private static final int TENSORS = 2;

    /** Fields of HParamsPluginData. */
    private static final int EXPERIMENT = 2;

    private static final int SESSION_START = 3;
    private static final int SESSION_END = 4;

    private final RunTables run;
    private final List<Column> swept;
    private final List<String> metrics;

    /** With these tags of scalars as metrics. */
    HyperParameters(RunTables run, List<String> metrics) {
        this.run = run;
        this.swept = Schemas.swept(run.trials());
        this.metrics = metrics;
    }

    /** What the parameters and metrics are. */
    ProtoBytes experiment() {
        ProtoBytes experiment = new ProtoBytes();
        for (Column column : swept) {
            // HParamInfo: name, display name, type.
            int type = column.type() == Column.Type.STRING ? 1 : 3;
            experiment.message(
                    4,
                    new ProtoBytes()
                            .text(1, column.name())
                            .text(2, run.names().label(column.name()))
                            .whole(4, type));
        }
        for (String metric : metrics) {
            // MetricInfo: its name, of which the tag.
            experiment.message(5, new ProtoBytes().message(1, new ProtoBytes().text(2, metric)));
        }
        experiment.text(6, run.subject().name());
        return summary("_hparams_/experiment", EXPERIMENT, experiment);
    }

    /** The values of a trial; replicates of a configuration are a group. */
    ProtoBytes begin(int trial) {
        ProtoBytes start = new ProtoBytes();
        for (Column column : swept) {
            int place = run.trials().column(column.name());
            if (!run.trials().isEmpty(trial, place)) {
                ProtoBytes value = new ProtoBytes();
                switch (column.type()) {
                    case LONG -> value.real(2, (double) run.trials().whole(trial, place));
                    case DOUBLE -> value.real(2, run.trials().real(trial, place));
                    case STRING -> value.text(3, run.trials().text(trial, place));
                }
                start.message(1, new ProtoBytes().text(1, column.name()).message(2, value));
            }
        }
        String group = Schemas.isReplicated(run.trials()) ? Schemas.CONFIGURATION : Schemas.TRIAL_ID;
        start.text(4, run.trials().text(trial, run.trials().column(group)));
        return summary("_hparams_/session_start_info", SESSION_START, start);
    }

    /** Whether a trial ended well. */
    ProtoBytes end(int trial) {
        String status = run.trials().text(trial, run.trials().column(Schemas.STATUS));
        boolean well = List.of("completed", "stopped").contains(status);
        return summary("_hparams_/session_end_info", SESSION_END, new ProtoBytes().whole(1, well ? 1 : 2));
    }

    private static ProtoBytes summary(String tag, int field, ProtoBytes data) {
        ProtoBytes plugin =
                new ProtoBytes().text(PLUGIN_NAME, PLUGIN).message(CONTENT, new ProtoBytes().message(field, data));
        ProtoBytes metadata = new ProtoBytes().message(PLUGIN_DATA, plugin).whole(DATA_CLASS, TENSORS);
        // An empty tensor of floats, as there must be one.
        ProtoBytes shape = new ProtoBytes().message(2, new ProtoBytes().whole(1, 0));
        ProtoBytes tensor = new ProtoBytes().whole(1, 1).message(2, shape);
        return new ProtoBytes()
                .message(
                        VALUE,
                        new ProtoBytes().text(TAG, tag).message(TENSOR, tensor).message(METADATA, metadata));
    }
}
