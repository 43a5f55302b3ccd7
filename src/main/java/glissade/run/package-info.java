/**
 * The sweep loop: cohorts go through an engine side by side, results become tables, the best trial is kept.
 *
 * <p>Holds no mathematics (that is {@code engine}), no file formats (that is {@code store}) and prints nothing (that is
 * {@code app}). Start with {@link glissade.run.Execution}.
 */
package glissade.run;
