package glissade.numeric.vector;

import static glissade.numeric.Coefficients.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector twin of {@link glissade.numeric.Elementary}: the same operations in the same order, a lane each, and so the
 * same bits. Every selection there is a blend here. Read the mathematics there.
 */
final class VectorMath {
    /** The machine's preferred species, at most 512 bits. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > FloatVector.SPECIES_512.length()
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;

    private VectorMath() {}

    private static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    static FloatVector exp(FloatVector x) {
        FloatVector low = x.blend(all(EXP_LOWEST), x.compare(VectorOperators.LT, all(EXP_LOWEST)));
        FloatVector clamped = low.blend(all(EXP_HIGHEST), low.compare(VectorOperators.GT, all(EXP_HIGHEST)));
        FloatVector shifted = clamped.fma(all(LOG2_E), all(ROUNDER));
        FloatVector n = shifted.sub(all(ROUNDER));
        FloatVector r = n.fma(all(-LN_2_LOW), n.fma(all(-LN_2_HIGH), clamped));
        FloatVector p = all(EXP_6).fma(r, all(EXP_5));
        p = p.fma(r, all(EXP_4));
        p = p.fma(r, all(EXP_3));
        p = p.fma(r, all(EXP_2));
        p = p.fma(r.mul(r), r).add(all(1f));
        IntVector power = shifted.reinterpretAsInts().sub(ROUNDER_BITS);
        IntVector half = power.lanewise(VectorOperators.ASHR, 1);
        return p.mul(powerOfTwo(half)).mul(powerOfTwo(power.sub(half)));
    }

    private static FloatVector powerOfTwo(IntVector n) {
        return n.add(EXPONENT_BIAS)
                .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                .reinterpretAsFloats();
    }

    static FloatVector log(FloatVector x) {
        VectorMask<Float> denormal = x.compare(VectorOperators.LT, all(Float.MIN_NORMAL));
        IntVector bits = x.blend(x.mul(all(LOG_SCALE)), denormal).reinterpretAsInts();
        IntVector exponent = bits.sub(LOG_SPLIT_BITS).lanewise(VectorOperators.ASHR, FRACTION_BITS);
        FloatVector n = exponent.add(ROUNDER_BITS).reinterpretAsFloats().sub(all(ROUNDER));
        n = n.blend(n.sub(all(FRACTION_BITS)), denormal);
        FloatVector f = bits.sub(exponent.lanewise(VectorOperators.LSHL, FRACTION_BITS))
                .reinterpretAsFloats()
                .sub(all(1f));
        FloatVector result = n.fma(all(LN_2), logNearOne(f));
        result = x.blend(result, x.compare(VectorOperators.LT, all(Float.POSITIVE_INFINITY)));
        result = result.blend(all(Float.NaN), x.compare(VectorOperators.LT, all(0f)));
        return result.blend(all(Float.NEGATIVE_INFINITY), x.compare(VectorOperators.EQ, all(0f)));
    }

    private static FloatVector logNearOne(FloatVector f) {
        FloatVector p = all(LOG_10).fma(f, all(LOG_9));
        p = p.fma(f, all(LOG_8));
        p = p.fma(f, all(LOG_7));
        p = p.fma(f, all(LOG_6));
        p = p.fma(f, all(LOG_5));
        p = p.fma(f, all(LOG_4));
        p = p.fma(f, all(LOG_3));
        p = p.fma(f, all(LOG_2));
        return p.fma(f.mul(f), f);
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector a = x.abs();
        FloatVector far = all(1f).sub(all(2f).div(exp(a.add(a)).add(all(1f))));
        FloatVector magnitude = far.blend(tanhNearZero(a), a.compare(VectorOperators.LT, all(TANH_SPLIT)));
        IntVector sign = x.reinterpretAsInts().and(SIGN_BIT);
        return magnitude.reinterpretAsInts().or(sign).reinterpretAsFloats();
    }

    private static FloatVector tanhNearZero(FloatVector a) {
        FloatVector square = a.mul(a);
        FloatVector p = all(TANH_11).fma(square, all(TANH_9));
        p = p.fma(square, all(TANH_7));
        p = p.fma(square, all(TANH_5));
        p = p.fma(square, all(TANH_3));
        return p.fma(a.mul(square), a);
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector e = exp(x.abs().neg());
        FloatVector numerator = all(1f).blend(e, x.compare(VectorOperators.LT, all(0f)));
        FloatVector quotient = numerator.div(e.add(all(1f)));
        return quotient.blend(e.neg().fma(quotient, e), x.compare(VectorOperators.LT, all(SIGMOID_SPLIT)));
    }

    static FloatVector softplus(FloatVector x) {
        FloatVector e = exp(x.abs().neg());
        FloatVector p = all(LOG1P_10).fma(e, all(LOG1P_9));
        p = p.fma(e, all(LOG1P_8));
        p = p.fma(e, all(LOG1P_7));
        p = p.fma(e, all(LOG1P_6));
        p = p.fma(e, all(LOG1P_5));
        p = p.fma(e, all(LOG1P_4));
        p = p.fma(e, all(LOG1P_3));
        p = p.fma(e, all(LOG1P_2));
        FloatVector positive = all(0f).blend(x, x.compare(VectorOperators.GT, all(0f)));
        return positive.add(p.fma(e.mul(e), e));
    }
}
