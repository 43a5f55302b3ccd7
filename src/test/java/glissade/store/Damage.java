package glissade.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ways in which a disk loses what was written to it: single bits, the rest of a file, a whole file. */
public record Damage(String name, Change change) {
    /** What becomes of a file's bytes; null if it is gone. */
    @FunctionalInterface
    public interface Change {
        byte[] of(byte[] bytes);
    }

    private static final double[] PLACES = {0, 0.2, 0.5, 0.8, 1};

    /** All of them. */
    public static List<Damage> all() {
        List<Damage> all = new ArrayList<>();
        for (int i = 0; i < PLACES.length; i++) {
            double place = PLACES[i];
            int bit = 1 << (i + 1);
            all.add(new Damage("a bit at " + place, bytes -> {
                byte[] other = bytes.clone();
                if (other.length == 0) {
                    return new byte[1];
                }
                other[(int) (place * (bytes.length - 1))] ^= (byte) bit;
                return other;
            }));
        }
        all.add(new Damage("cut in half", bytes -> Arrays.copyOf(bytes, bytes.length / 2)));
        all.add(new Damage("without its last byte", bytes -> Arrays.copyOf(bytes, Math.max(0, bytes.length - 1))));
        all.add(new Damage("empty", bytes -> new byte[0]));
        all.add(new Damage("gone", bytes -> null));
        return all;
    }

    /** A bit, half a file, and none. */
    public static List<Damage> some() {
        return all().stream()
                .filter(damage -> List.of("a bit at 0.5", "cut in half", "gone").contains(damage.name()))
                .toList();
    }

    /** Does it to a file; what it held before. */
    public byte[] to(Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        byte[] after = change.of(before);
        if (after == null) {
            Files.delete(file);
        } else {
            Files.write(file, after);
        }
        return before;
    }

    @Override
    public String toString() {
        return name;
    }
}
