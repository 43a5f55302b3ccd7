/**
 * Float arithmetic and randomness with the same bits everywhere: blocks, kernels, elementary functions, the counter-based
 * generator and the order of an epoch.
 *
 * <p>Everything here is a pure function of its arguments. No Spark, no platform mathematics, no state kept between calls. What
 * only makes it quick is in {@code CacheLines} and {@code KernelCalls}, and changes no bit.
 * Start at {@link glissade.numeric.Elementary} and {@link glissade.numeric.Randomness}.
 */
package glissade.numeric;
