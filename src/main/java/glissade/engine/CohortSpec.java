package glissade.engine;

import glissade.data.DataSummary;
import glissade.model.ModelSpec;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Trials that see the same batches, trained in lockstep.
 *
 * @param number its place in the plan
 * @param model shared by all lanes
 * @param orderSeed decides which rows meet in a batch
 * @param selection which epoch of a lane counts
 * @param evaluation what is measured beside the training loss and the validation split
 * @param lanes one for each trial
 */
public record CohortSpec(
        int number, ModelSpec model, long orderSeed, Selection selection, Evaluation evaluation, List<LaneSpec> lanes)
        implements Serializable {
    private static final String AFTER_FINGERPRINT = "/";
    private static final String KEY = "cohort-";
    private static final int KEY_BYTES = 8;

    public CohortSpec {
        lanes = List.copyOf(lanes);
        if (lanes.isEmpty()) {
            throw new IllegalArgumentException("a cohort has at least one lane");
        }
    }

    /** The same for some of its lanes only. */
    public CohortSpec with(List<LaneSpec> some) {
        return new CohortSpec(number, model, orderSeed, selection, evaluation, some);
    }

    /** What decides, beside a trial's id, of what the stored result of a lane consists: what it met, and what was measured. */
    public String context(DataSummary data, int shards) {
        return data.fingerprint() + AFTER_FINGERPRINT + shards + " " + selection + " " + evaluation;
    }

    /** The data's fingerprint in a context. */
    public static String fingerprint(String context) {
        return context.substring(0, context.indexOf(AFTER_FINGERPRINT));
    }

    /** Names it among all cohorts: equal keys, equal course. */
    public String key(DataSummary data, int shards) {
        StringBuilder text = new StringBuilder(context(data, shards));
        lanes.forEach(lane -> text.append(' ').append(lane.trialId()));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return KEY + HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether a state of some cohort is kept under that name. */
    public static boolean isState(String name) {
        return name.startsWith(KEY);
    }

    /** The names in a {@link StateStore} under which the states of a cohort with that key are kept. */
    public static List<String> stateNames(String key) {
        return StateSaver.names(key);
    }
}
