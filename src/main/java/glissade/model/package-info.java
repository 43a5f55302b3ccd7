/**
 * Models as layers over one parameter layout: the losses of a batch of rows and their gradient in one pass, for all lanes
 * of a cohort. Pure; no Spark, no update rules, no randomness.
 *
 * <p>Start with {@link glissade.model.ParameterLayout}, then {@link glissade.model.Network}; {@link
 * glissade.model.GradientSink} is where a gradient goes.
 */
package glissade.model;
