package glissade.numeric.vector;

import glissade.numeric.Elementary;
import jdk.incubator.vector.FloatVector;

/** The elementary functions over arrays: {@code out[i] = f(in[i])} for i below count, from one array into another. */
public final class VectorElementary {
    private VectorElementary() {}

    /** How many floats a vector of this machine holds. */
    public static int lanes() {
        return VectorMath.SPECIES.length();
    }

    public static void exp(float[] in, float[] out, int count) {
        int whole = VectorMath.SPECIES.loopBound(count);
        for (int i = 0; i < whole; i += VectorMath.SPECIES.length()) {
            VectorMath.exp(FloatVector.fromArray(VectorMath.SPECIES, in, i)).intoArray(out, i);
        }
        for (int i = whole; i < count; i++) {
            out[i] = Elementary.exp(in[i]);
        }
    }

    public static void log(float[] in, float[] out, int count) {
        int whole = VectorMath.SPECIES.loopBound(count);
        for (int i = 0; i < whole; i += VectorMath.SPECIES.length()) {
            VectorMath.log(FloatVector.fromArray(VectorMath.SPECIES, in, i)).intoArray(out, i);
        }
        for (int i = whole; i < count; i++) {
            out[i] = Elementary.log(in[i]);
        }
    }

    public static void tanh(float[] in, float[] out, int count) {
        System.arraycopy(in, 0, out, 0, count);
        for (int i = VectorSlices.tanh(out, count); i < count; i++) {
            out[i] = Elementary.tanh(in[i]);
        }
    }

    public static void sigmoid(float[] in, float[] out, int count) {
        System.arraycopy(in, 0, out, 0, count);
        for (int i = VectorSlices.sigmoid(out, count); i < count; i++) {
            out[i] = Elementary.sigmoid(in[i]);
        }
    }

    public static void softplus(float[] in, float[] out, int count) {
        int whole = VectorMath.SPECIES.loopBound(count);
        for (int i = 0; i < whole; i += VectorMath.SPECIES.length()) {
            FloatVector x = FloatVector.fromArray(VectorMath.SPECIES, in, i);
            VectorMath.exp(x.abs().neg()).intoArray(out, i);
        }
        for (int i = 0; i < whole; i += VectorMath.SPECIES.length()) {
            FloatVector x = FloatVector.fromArray(VectorMath.SPECIES, in, i);
            VectorMath.softplus(x, FloatVector.fromArray(VectorMath.SPECIES, out, i))
                    .intoArray(out, i);
        }
        for (int i = whole; i < count; i++) {
            out[i] = Elementary.softplus(in[i]);
        }
    }
}
