package glissade.config;

import glissade.data.SourceKind;
import glissade.gate.BaselineChoice;
import glissade.gate.DataGate;
import glissade.gate.GateSpec;
import glissade.gate.MetricRule;
import glissade.optim.Range;
import java.util.Arrays;
import java.util.List;

/**
 * Keys of {@link GateSpec} and {@link DataGate}. They decide nothing but whether a run may be used, so they are part of no id:
 * a finished run that is asked for with other rules is judged anew, and not trained again.
 */
final class GateKeys {
    private static final KeyGroup KEYS = new KeyGroup().outsideIdentity();
    private static final String NO_LIMIT = "none";
    private static final List<String> FILES = Arrays.stream(SourceKind.values())
            .filter(kind -> !kind.isGenerated())
            .map(SourceKind::text)
            .toList();

    static final Key<List<MetricRule>> REQUIRE = KEYS.add(
            "gate.require",
            new ListOf<>(new MetricRuleType(), 0),
            List.of(),
            "bounds on the best trial, as in \"test.accuracy >= 0.9\", or on one that is named: \"test.loss of 28291d71 <= 0.5\"");
    static final Key<BaselineChoice> BASELINE = KEYS.add(
            "gate.baseline",
            new BaselineType(),
            GateSpec.NONE.baseline(),
            "the run to be held against; previous: the last that passed; ratchet: the best that ever passed");
    static final Key<Double> DROP = limit(
            "gate.drop",
            Range.NOT_NEGATIVE,
            "by how much the number that ranks trials may be worse than the baseline's, beyond the noise of replicates");
    static final Key<Double> DIVERGED = KEYS.add(
            "gate.diverged",
            new RealNumber(Range.SHARE),
            GateSpec.DEFAULT_DIVERGED,
            "largest share of trials that may diverge or fail");
    static final Key<Double> MINUTES = limit(
            "gate.minutes",
            Range.POSITIVE,
            "longest time of a run, on the wall; of one that was continued, of all its processes without the time between");
    static final Key<Double> LEAST_ROWS =
            limit("gate.data.least-rows", Range.NOT_NEGATIVE, "least training rows, as a multiple of the baseline's");
    static final Key<Double> MOST_ROWS =
            limit("gate.data.most-rows", Range.NOT_NEGATIVE, "most training rows, as a multiple of the baseline's");
    static final Key<Double> CLASS_SHARE = KEYS.add(
            "gate.data.class-share",
            new RealNumber(Range.SHARE),
            DataGate.DEFAULT_CLASS_SHARE,
            "least share of the training rows that each class must have");
    static final Key<Double> CLASS_DRIFT =
            limit("gate.data.class-drift", Range.SHARE, "largest change of the share of a class since the baseline");
    static final Key<Double> MISSING = KEYS.add(
            "gate.data.missing",
            new RealNumber(Range.SHARE),
            DataGate.DEFAULT_MISSING,
            "largest share of missing cells in a column of a CSV, or of its rows left out because of one");
    static final Key<Boolean> SCHEMA = KEYS.add(
            "gate.data.schema",
            new Flag(),
            DataGate.OPEN.schema(),
            "whether columns, what they are for, and the names of classes must be the baseline's");
    static final Key<Boolean> SUCCESS = KEYS.onlyFor(DataKeys.SOURCE, FILES)
            .add(
                    "gate.data.success",
                    new Flag(),
                    DataGate.OPEN.success(),
                    "whether folders of files must hold a _SUCCESS, or one above them as far as data.path goes");
    static final Key<Integer> KEEP = KEYS.add(
            "gate.keep",
            WholeNumber.ofInt(0),
            GateSpec.KEEP_ALL,
            "so many of the last runs are kept, and baselines, and what still runs; 0: all");

    private GateKeys() {}

    static KeyGroup group() {
        return KEYS;
    }

    private static Key<Double> limit(String path, Range range, String meaning) {
        return KEYS.add(path, new RealNumber(range), s -> null, NO_LIMIT, meaning);
    }

    /** The gate of an experiment, {@link GateSpec#NONE} where it gives no key of one. */
    static GateSpec read(Settings s) {
        boolean asked = KEYS.keys().stream().anyMatch(s::isGiven);
        // Where the source is swept, the base of all trials has none.
        boolean sourced = s.isGiven(DataKeys.SOURCE);
        DataGate data = new DataGate(
                s.get(LEAST_ROWS),
                s.get(MOST_ROWS),
                s.get(CLASS_SHARE),
                s.get(CLASS_DRIFT),
                s.get(MISSING),
                s.get(SCHEMA),
                sourced ? s.get(SUCCESS, DataGate.OPEN.success()) : DataGate.OPEN.success());
        return new GateSpec(
                asked,
                s.get(REQUIRE),
                s.get(BASELINE),
                s.get(DROP),
                s.get(DIVERGED),
                s.get(MINUTES),
                data,
                s.get(KEEP),
                s.typed(KEYS.keys().stream()
                        .filter(key -> sourced || !key.path().equals(SUCCESS.path()))
                        .toList()));
    }
}
