package glissade.config;

/**
 * How often trials in training are kept in a safe place.
 *
 * @param everyMinutes time between two checkpoints
 * @param everySteps steps between two; 0 for none
 */
public record Checkpoints(double everyMinutes, long everySteps) {
    public static final double DEFAULT_EVERY_MINUTES = 1;
    public static final long DEFAULT_EVERY_STEPS = 0;
}
