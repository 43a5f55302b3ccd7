package glissade.app;

import java.util.ArrayList;
import java.util.List;

/** Small pieces of sentences. */
final class Wording {
    private Wording() {}

    /** {@code 1 trial}, {@code 24 trials}. */
    static String number(long count, String thing) {
        return Rounded.count(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /** {@code 912 bytes}, {@code 9.91 MB}. */
    static String bytes(long count) {
        return count < 1_000 ? number(count, "byte") : Rounded.rate((double) count) + "B";
    }

    /** {@code 2 diverged, 1 failed}; empty if all is well. */
    static String troubles(long diverged, long failed) {
        List<String> parts = new ArrayList<>();
        if (diverged > 0) {
            parts.add(Rounded.count(diverged) + " diverged");
        }
        if (failed > 0) {
            parts.add(Rounded.count(failed) + " failed");
        }
        return String.join(", ", parts);
    }
}
