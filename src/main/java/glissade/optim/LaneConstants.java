package glissade.optim;

import glissade.numeric.Kernels;

/**
 * One number a lane, as a kernel walks it beside a slice of parameters: over and over, slice after slice from its beginning. A
 * single lane's number fills a vector.
 */
public final class LaneConstants {
    private final int width;
    private final float[] repeated;

    /** For units of so many floats. */
    public LaneConstants(int width) {
        this.width = width;
        this.repeated = new float[Math.max(width, Kernels.WIDEST_VECTOR)];
    }

    public void set(int lane, float value) {
        for (int i = lane; i < repeated.length; i += width) {
            repeated[i] = value;
        }
    }

    float[] repeated() {
        return repeated;
    }
}
