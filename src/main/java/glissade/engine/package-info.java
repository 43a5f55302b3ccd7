/**
 * Trains cohorts. {@link glissade.engine.CohortLoop} is the course of a training, the same for every engine; a {@link
 * glissade.engine.StepRunner} carries out its steps: {@link glissade.engine.Stepper} in memory, inside a task of {@link
 * glissade.engine.InTaskEngine}, or {@link glissade.engine.JobRunner} as Spark jobs of {@link
 * glissade.engine.SynchronousEngine}. {@link glissade.engine.CanonicalSum} makes sums of shards independent of their order.
 *
 * <p>Only InTaskEngine, SynchronousEngine and what the latter runs may import Spark.
 */
package glissade.engine;
