package glissade.store;

import java.util.List;

/**
 * What {@code history.parquet} holds, beside the runs of an experiment that has a gate: a row for each run that has ended,
 * ordered by {@code started}, then {@code run}. In no digest; what was not measured is empty.
 *
 * <ul>
 *   <li>{@code run}: its id; {@code night}: the UTC date on which it was started; {@code started}, {@code ended}: UTC
 *   <li>{@code state}, {@code exit_code}: as in {@code status.json}; {@code error}: what went wrong; {@code reasons}: why the gate
 *       was closed, one after the other with "; " between them
 *   <li>{@code ranked_by}: the selected number; {@code best}: its value, of the best trial or the mean of the best configuration;
 *       {@code low}, {@code high}: the 95 % interval of that mean; {@code trial}: which trial or configuration it is
 *   <li>{@code trials}, {@code diverged}, {@code failed}: how many; {@code seconds}: of training, on the wall
 *   <li>{@code rows}: to train on, of all data sets; {@code data}: the first digits of the fingerprints of their content
 *   <li>{@code digest} of the results
 *   <li>{@code baseline}: the run it was held against; {@code baseline_best}: the value of that run; {@code drop}: by how much
 *       {@code best} is worse, negative where it is better; {@code changed}: which of data, config, code and runtime differ
 *   <li>{@code glissade}, {@code code}, {@code java}, {@code spark}: versions; {@code code} is a hash of the program itself
 * </ul>
 */
public final class HistorySchema {
    public static final String NAME = "history";
    public static final String RUN = "run";
    public static final String NIGHT = "night";
    public static final String STARTED = "started";
    public static final String ENDED = "ended";
    public static final String STATE = "state";
    public static final String EXIT_CODE = "exit_code";
    public static final String ERROR = "error";
    public static final String REASONS = "reasons";
    public static final String RANKED_BY = "ranked_by";
    public static final String BEST = "best";
    public static final String LOW = "low";
    public static final String HIGH = "high";
    public static final String TRIAL = "trial";
    public static final String TRIALS = "trials";
    public static final String DIVERGED = "diverged";
    public static final String FAILED = "failed";
    public static final String SECONDS = "seconds";
    public static final String ROWS = "rows";
    public static final String DATA = "data";
    public static final String DIGEST = "digest";
    public static final String BASELINE = "baseline";
    public static final String BASELINE_BEST = "baseline_best";
    public static final String DROP = "drop";
    public static final String CHANGED = "changed";

    /** Of {@code manifest.json}, by the name that they have there. */
    public static final List<String> VERSIONS = List.of("glissade", "code", "java", "spark");

    private HistorySchema() {}

    /** An empty {@code history}. */
    public static Table table() {
        return new Table(
                NAME,
                List.of(
                        Column.text(RUN),
                        Column.text(NIGHT),
                        Column.text(STARTED),
                        Column.text(ENDED),
                        Column.text(STATE),
                        Column.whole(EXIT_CODE),
                        Column.text(ERROR),
                        Column.text(REASONS),
                        Column.text(RANKED_BY),
                        Column.real(BEST),
                        Column.real(LOW),
                        Column.real(HIGH),
                        Column.text(TRIAL),
                        Column.whole(TRIALS),
                        Column.whole(DIVERGED),
                        Column.whole(FAILED),
                        Column.real(SECONDS),
                        Column.whole(ROWS),
                        Column.text(DATA),
                        Column.text(DIGEST),
                        Column.text(BASELINE),
                        Column.real(BASELINE_BEST),
                        Column.real(DROP),
                        Column.text(CHANGED),
                        Column.text("glissade"),
                        Column.text("code"),
                        Column.text("java"),
                        Column.text("spark")));
    }
}
