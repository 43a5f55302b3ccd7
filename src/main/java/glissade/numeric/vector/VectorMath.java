package glissade.numeric.vector;

import static glissade.numeric.Coefficients.*;
import static jdk.incubator.vector.FloatVector.broadcast;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector twin of {@link glissade.numeric.Elementary}: the same operations in the same order, a lane each, and so the
 * same bits. Every selection there is a blend here. Read the mathematics there.
 *
 * <p>Past 18,000 nodes the compiler puts inlining off, and a vector that crosses a real call is allocated. So nothing here
 * calls a method of ours but exp, a constant is broadcast once in the method that uses it, and each method stays below the
 * 325 bytes of bytecode that are inlined when hot. A caller's method should hold one exp, log or polynomial beside what
 * little it does itself, and call no method with a vector after it.
 */
final class VectorMath {
    /** The machine's preferred species, at most 512 bits. */
    static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > FloatVector.SPECIES_512.length()
                    ? FloatVector.SPECIES_512
                    : FloatVector.SPECIES_PREFERRED;

    private VectorMath() {}

    static FloatVector exp(FloatVector x) {
        FloatVector lowest = broadcast(SPECIES, EXP_LOWEST);
        FloatVector highest = broadcast(SPECIES, EXP_HIGHEST);
        FloatVector rounder = broadcast(SPECIES, ROUNDER);
        FloatVector low = x.blend(lowest, x.compare(VectorOperators.LT, lowest));
        FloatVector clamped = low.blend(highest, low.compare(VectorOperators.GT, highest));
        FloatVector shifted = clamped.fma(broadcast(SPECIES, LOG2_E), rounder);
        FloatVector n = shifted.sub(rounder);
        FloatVector r = n.fma(broadcast(SPECIES, -LN_2_LOW), n.fma(broadcast(SPECIES, -LN_2_HIGH), clamped));
        FloatVector p = broadcast(SPECIES, EXP_6).fma(r, broadcast(SPECIES, EXP_5));
        p = p.fma(r, broadcast(SPECIES, EXP_4));
        p = p.fma(r, broadcast(SPECIES, EXP_3));
        p = p.fma(r, broadcast(SPECIES, EXP_2));
        p = p.fma(r.mul(r), r).add(1f);
        IntVector power = shifted.reinterpretAsInts().sub(ROUNDER_BITS);
        IntVector half = power.lanewise(VectorOperators.ASHR, 1);
        FloatVector first = half.add(EXPONENT_BIAS)
                .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                .reinterpretAsFloats();
        FloatVector second = power.sub(half)
                .add(EXPONENT_BIAS)
                .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                .reinterpretAsFloats();
        return p.mul(first).mul(second);
    }

    static FloatVector log(FloatVector x) {
        VectorMask<Float> denormal = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
        IntVector bits = x.blend(x.mul(LOG_SCALE), denormal).reinterpretAsInts();
        IntVector exponent = bits.sub(LOG_SPLIT_BITS).lanewise(VectorOperators.ASHR, FRACTION_BITS);
        FloatVector n = exponent.add(ROUNDER_BITS).reinterpretAsFloats().sub(ROUNDER);
        n = n.blend(n.sub(FRACTION_BITS), denormal);
        FloatVector f = bits.sub(exponent.lanewise(VectorOperators.LSHL, FRACTION_BITS))
                .reinterpretAsFloats()
                .sub(1f);
        FloatVector p = broadcast(SPECIES, LOG_10).fma(f, broadcast(SPECIES, LOG_9));
        p = p.fma(f, broadcast(SPECIES, LOG_8));
        p = p.fma(f, broadcast(SPECIES, LOG_7));
        p = p.fma(f, broadcast(SPECIES, LOG_6));
        p = p.fma(f, broadcast(SPECIES, LOG_5));
        p = p.fma(f, broadcast(SPECIES, LOG_4));
        p = p.fma(f, broadcast(SPECIES, LOG_3));
        p = p.fma(f, broadcast(SPECIES, LOG_2));
        FloatVector result = n.fma(broadcast(SPECIES, LN_2), p.fma(f.mul(f), f));
        result = x.blend(result, x.compare(VectorOperators.LT, Float.POSITIVE_INFINITY));
        result = result.blend(Float.NaN, x.compare(VectorOperators.LT, 0f));
        return result.blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f));
    }

    /** The polynomial where it holds; elsewhere x itself, for {@link #tanhFar}. */
    static FloatVector tanhNear(FloatVector x) {
        FloatVector a = x.abs();
        FloatVector square = a.mul(a);
        FloatVector p = broadcast(SPECIES, TANH_11).fma(square, broadcast(SPECIES, TANH_9));
        p = p.fma(square, broadcast(SPECIES, TANH_7));
        p = p.fma(square, broadcast(SPECIES, TANH_5));
        p = p.fma(square, broadcast(SPECIES, TANH_3));
        FloatVector near = p.fma(a.mul(square), a);
        IntVector sign = x.reinterpretAsInts().and(SIGN_BIT);
        FloatVector signed = near.reinterpretAsInts().or(sign).reinterpretAsFloats();
        return x.blend(signed, a.compare(VectorOperators.LT, TANH_SPLIT));
    }

    /** The exponential; what is near 0 has been through {@link #tanhNear}, which leaves it near 0, and stays as it is. */
    static FloatVector tanhFar(FloatVector x) {
        FloatVector a = x.abs();
        FloatVector one = broadcast(SPECIES, 1f);
        FloatVector far = one.sub(broadcast(SPECIES, 2f).div(exp(a.add(a)).add(one)));
        FloatVector signed = far.blend(far.neg(), x.compare(VectorOperators.LT, 0f));
        return signed.blend(x, a.compare(VectorOperators.LT, TANH_SPLIT));
    }

    /** With e = exp(-|x|). */
    static FloatVector sigmoid(FloatVector x, FloatVector e) {
        FloatVector one = broadcast(SPECIES, 1f);
        FloatVector numerator = one.blend(e, x.compare(VectorOperators.LT, 0f));
        FloatVector quotient = numerator.div(e.add(one));
        return quotient.blend(e.neg().fma(quotient, e), x.compare(VectorOperators.LT, SIGMOID_SPLIT));
    }

    /** With e = exp(-|x|), from another method: together they are more than the compiler takes. */
    static FloatVector softplus(FloatVector x, FloatVector e) {
        FloatVector p = broadcast(SPECIES, LOG1P_10).fma(e, broadcast(SPECIES, LOG1P_9));
        p = p.fma(e, broadcast(SPECIES, LOG1P_8));
        p = p.fma(e, broadcast(SPECIES, LOG1P_7));
        p = p.fma(e, broadcast(SPECIES, LOG1P_6));
        p = p.fma(e, broadcast(SPECIES, LOG1P_5));
        p = p.fma(e, broadcast(SPECIES, LOG1P_4));
        p = p.fma(e, broadcast(SPECIES, LOG1P_3));
        p = p.fma(e, broadcast(SPECIES, LOG1P_2));
        FloatVector positive = broadcast(SPECIES, 0f).blend(x, x.compare(VectorOperators.GT, 0f));
        return positive.add(p.fma(e.mul(e), e));
    }
}
