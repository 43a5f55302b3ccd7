/**
 * Experiment to trials to cohorts, engine and shard counts; explains itself. Pure: no Spark, no files, no clock.
 *
 * <p>In two stages, as batch sizes and shards need the size of the data: {@link glissade.plan.Trials} expands the
 * sweep and names every trial and the data it wants; {@link glissade.plan.Planner} makes the {@link
 * glissade.plan.Plan} once the data is known. {@link glissade.plan.PlanText} prints it.
 *
 * <p>May import config, model, optim, data and the records of engine. Nothing decided here changes a result, except
 * that {@link glissade.plan.ShardCount} follows a fixed rule.
 */
package glissade.plan;
