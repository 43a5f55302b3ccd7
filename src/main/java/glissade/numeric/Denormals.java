package glissade.numeric;

/** Some native libraries switch a thread's denormal numbers off; then sums differ and the run must not go on. */
public final class Denormals {
    private static volatile float least = Float.MIN_NORMAL;

    private Denormals() {}

    /** Fails if halving the least normal float gives zero in this thread. */
    public static void check() {
        if (least * 0.5f == 0f) {
            throw new IllegalStateException(
                    "denormal floats are switched off in this thread, probably by a native library; results would differ");
        }
    }
}
