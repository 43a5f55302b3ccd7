/**
 * Text to validated, immutable records: the sole home of config keys and of their documentation.
 *
 * <p>Start at {@link glissade.config.Experiments}, which turns a file and its {@code --set} overrides into an {@link
 * glissade.config.Experiment} or one {@link glissade.config.InvalidExperiment} that lists every problem. A key is
 * declared once, in {@code DataKeys}, {@code ModelKeys} or another {@code ...Keys}, and read in one line of {@link
 * glissade.config.TrialConfig} or {@link glissade.config.Experiment}; kinds of optimizers and schedules bring theirs.
 *
 * <p>May import model, optim and data, for their records and defaults. Only plan and app may import this package.
 */
package glissade.config;
