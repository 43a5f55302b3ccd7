package glissade.engine;

import glissade.model.ModelSpec;
import java.io.Serializable;
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
    public CohortSpec {
        lanes = List.copyOf(lanes);
        if (lanes.isEmpty()) {
            throw new IllegalArgumentException("a cohort has at least one lane");
        }
    }
}
