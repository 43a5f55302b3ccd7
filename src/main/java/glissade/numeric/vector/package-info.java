/**
 * The kernels and elementary functions of {@link glissade.numeric} on the incubating vector module, bit for bit the same.
 *
 * <p>Public signatures hold only arrays, so that no other package needs the module to compile, or to run without it.
 * Lanes run along independent outputs; nothing here sums across lanes. Start at VectorMath.
 */
package glissade.numeric.vector;
