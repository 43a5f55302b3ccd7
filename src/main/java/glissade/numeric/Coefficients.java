package glissade.numeric;

/**
 * The constants shared by the scalar and the vector twin of the elementary functions.
 *
 * <p>{@code NAME_k} multiplies the k-th power. Every polynomial is a minimax fit of the relative error of the whole
 * function (Remez' criterion, reached by Lawson's reweighted least squares), with its leading terms held exact and each
 * coefficient rounded to float before the next was fitted. The error stated is of the rounded polynomial in exact
 * arithmetic, in units of 2^-24 (half the spacing of floats just above 1).
 */
public final class Coefficients {
    /** 1.5 x 2^23: a float of magnitude below 2^22 added to it is rounded to an integer, ties to even. */
    public static final float ROUNDER = 12_582_912f;

    /** The bits of {@link #ROUNDER}: the bits of {@code ROUNDER + n} exceed them by exactly n. */
    public static final int ROUNDER_BITS = 0x4b400000;

    public static final int SIGN_BIT = 0x80000000;
    public static final int EXPONENT_BIAS = 127;
    public static final int FRACTION_BITS = 23;

    public static final float LOG2_E = 1.442695f;
    public static final float LN_2 = 0.6931472f;

    /** The first 16 bits of ln 2: its product with an integer below 2^8 is exact. */
    public static final float LN_2_HIGH = 0x1.62e4p-1f;

    /** What LN_2_HIGH lacks. */
    public static final float LN_2_LOW = 1.4286068e-6f;

    /** Above this exp is infinite, by the same arithmetic as below it. */
    public static final float EXP_HIGHEST = 89f;

    /** Below this exp is 0, by the same arithmetic as above it. */
    public static final float EXP_LOWEST = -105f;

    // exp(r) = 1 + r + r^2 (EXP_2 + EXP_3 r + ...) for |r| <= ln(2) / 2; 0.053 units.
    public static final float EXP_2 = 0.49999994f;
    public static final float EXP_3 = 0.16666521f;
    public static final float EXP_4 = 0.04166826f;
    public static final float EXP_5 = 0.008368667f;
    public static final float EXP_6 = 0.0013821225f;

    /** What log multiplies a denormal by, to make it normal. */
    public static final float LOG_SCALE = 0x1p23f;

    /** The bits of 2/3: log splits its argument into 2^n m with 2/3 <= m < 4/3. */
    public static final int LOG_SPLIT_BITS = 0x3f2aaaab;

    // log(1 + f) = f + f^2 (LOG_2 + LOG_3 f + ...) for |f| <= 1/3; 0.078 units.
    public static final float LOG_2 = -0.5f;
    public static final float LOG_3 = 0.33333215f;
    public static final float LOG_4 = -0.24999805f;
    public static final float LOG_5 = 0.20010437f;
    public static final float LOG_6 = -0.16680215f;
    public static final float LOG_7 = 0.14005505f;
    public static final float LOG_8 = -0.12187595f;
    public static final float LOG_9 = 0.13985826f;
    public static final float LOG_10 = -0.12878491f;

    // log(1 + e) = e + e^2 (LOG1P_2 + LOG1P_3 e + ...) for 0 <= e <= 1; 0.089 units.
    public static final float LOG1P_2 = -0.4999993f;
    public static final float LOG1P_3 = 0.33330464f;
    public static final float LOG1P_4 = -0.2495802f;
    public static final float LOG1P_5 = 0.19692121f;
    public static final float LOG1P_6 = -0.15344977f;
    public static final float LOG1P_7 = 0.1066137f;
    public static final float LOG1P_8 = -0.057460457f;
    public static final float LOG1P_9 = 0.02008843f;
    public static final float LOG1P_10 = -0.003291063f;

    /** Below this tanh is a polynomial; from here on it is computed from exp. */
    public static final float TANH_SPLIT = 0.6f;

    // tanh(a) = a + a^3 (TANH_3 + TANH_5 a^2 + ...) for 0 <= a <= 0.6; 0.047 units.
    public static final float TANH_3 = -0.333333f;
    public static final float TANH_5 = 0.13331936f;
    public static final float TANH_7 = -0.053784717f;
    public static final float TANH_9 = 0.020798625f;
    public static final float TANH_11 = -0.0058979667f;

    /** Below this e / (1 + e) is computed as e - e * (e / (1 + e)), which does not magnify the rounding of 1 + e. */
    public static final float SIGMOID_SPLIT = -1f;

    private Coefficients() {}
}
