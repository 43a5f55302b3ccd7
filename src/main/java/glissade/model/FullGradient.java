package glissade.model;

import java.util.Arrays;

/** Keeps a batch's whole gradient, each value at its parameter's place. */
public final class FullGradient implements GradientSink {
    private final float[] gradient;

    public FullGradient(int size) {
        gradient = new float[size];
    }

    /** Starts a new batch at +0. */
    public void clear() {
        Arrays.fill(gradient, 0f);
    }

    /** Adds one whole gradient to another, value by value. */
    public static void add(float[] sum, float[] other) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
    }

    @Override
    public float[] gradient() {
        return gradient;
    }

    @Override
    public boolean keeps() {
        return true;
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public float factor() {
        return 1f;
    }

    @Override
    public boolean wantsZeros() {
        return false;
    }

    @Override
    public void finished(int at, int gradientAt, int count, boolean weights) {}
}
