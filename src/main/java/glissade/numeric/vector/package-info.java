/**
 * The kernels and elementary functions of {@link glissade.numeric} on the incubating vector module, bit for bit the same.
 *
 * <p>Public signatures hold only arrays, so that no other package needs the module to compile, or to run without it.
 * Lanes run along independent outputs; nothing here sums across lanes. Where a chain s ends and is scaled, s x scale + 0 in
 * one FMA has the bits of (s + 0) x scale, as scales are positive: -0 becomes +0 and all else is rounded once. No method is
 * more than the compiler takes, which a test reads from its log. Start at VectorMath.
 */
package glissade.numeric.vector;
