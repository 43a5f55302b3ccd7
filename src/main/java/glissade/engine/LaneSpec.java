package glissade.engine;

import glissade.optim.TrainingSpec;
import java.io.Serializable;

/**
 * One trial as its cohort sees it.
 *
 * @param trialId whose lane this is
 * @param training how it descends; may differ between lanes in all but what a cohort shares
 * @param seed of its starting values
 */
public record LaneSpec(String trialId, TrainingSpec training, long seed) implements Serializable {}
