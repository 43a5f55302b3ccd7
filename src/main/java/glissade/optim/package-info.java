/**
 * How a trial descends: update rules, schedules, penalty, clipping, starting values, stop rules, each a record of constants
 * with, where it needs one, a state of its own. Pure; knows neither models nor engines.
 *
 * <p>Start with {@link glissade.optim.TrainingSpec} and {@link glissade.optim.Update}, which holds the order of a step. To
 * add a kind, look at {@link glissade.optim.Adam} and {@link glissade.optim.InverseTime}; the registries are {@link
 * glissade.optim.Optimizers} and {@link glissade.optim.Schedules}.
 */
package glissade.optim;
