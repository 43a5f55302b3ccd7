package glissade.optim;

/** One number a lane, repeated unit after unit so that a kernel can walk it beside a slice of parameters. */
public final class LaneConstants {
    private final int width;
    private final float[] repeated;

    /** For slices of up to {@code length} floats, {@code width} of them a unit. */
    public LaneConstants(int width, int length) {
        this.width = width;
        this.repeated = new float[(length + width - 1) / width * width];
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
