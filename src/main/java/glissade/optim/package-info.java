/**
 * How a trial descends: update rules, schedules, penalty, clipping, starting values and stop rules.
 *
 * <p>What a user sets is a record that checks itself; what changes from step to step is in {@link
 * glissade.optim.OptimizerState} and {@link glissade.optim.PlateauState}. An optimizer sees slices of parameters and
 * gradients, no model and no data. Start at {@link glissade.optim.Update} for the order of a step, at {@link
 * glissade.optim.Adam} and {@link glissade.optim.InverseTime} for what a kind looks like.
 */
package glissade.optim;
