package glissade.data;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** One case of a fuzz of binary files: seeded damage, and what a reader may do with it. */
final class Damage {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long MOST_BYTES = 1L << 29;
    private static final String[] WILD = {
        "ff", "00", "7fffffff", "80000000", "ffffffff", "ffffffff07", "feffffff0f", "ffffffffffffffffff01", "8080808008"
    };

    private final long seed;
    private int draws;

    Damage(long seed) {
        this.seed = seed;
    }

    int below(int bound) {
        return (int) Randomness.below(bound, seed, Purpose.DATA, 0, draws++);
    }

    /** One to three times, in that range, a bit is flipped or bytes are overwritten, cut out, put in or cut off. */
    byte[] of(byte[] good, int from, int to) {
        byte[] bytes = good;
        for (int i = below(3); i >= 0; i--) {
            int at = from + below(to - from);
            byte[] wild = HexFormat.of().parseHex(WILD[below(WILD.length)]);
            bytes = switch (below(8)) {
                case 0, 1, 2 -> spliced(bytes, at, 1, flipped(bytes, at));
                case 3 -> spliced(bytes, at, 1, new byte[] {(byte) below(256)});
                case 4 -> spliced(bytes, at, wild.length, wild);
                case 5 -> spliced(bytes, at, below(2), wild);
                case 6 -> spliced(bytes, at, 1 + below(8), new byte[0]);
                default -> below(4) == 0 ? Arrays.copyOf(bytes, Math.min(at, bytes.length)) : bytes;
            };
        }
        return bytes;
    }

    private byte[] flipped(byte[] bytes, int at) {
        return new byte[] {(byte) ((at < bytes.length ? bytes[at] : 0) ^ 1 << below(8))};
    }

    private static byte[] spliced(byte[] bytes, int at, int cut, byte[] piece) {
        int from = Math.min(at, bytes.length);
        int to = Math.min(bytes.length, from + cut);
        byte[] all = Arrays.copyOf(bytes, from + piece.length + bytes.length - to);
        System.arraycopy(piece, 0, all, from, piece.length);
        System.arraycopy(bytes, to, all, from + piece.length, bytes.length - to);
        return all;
    }

    /** What was read; or null if it was refused in one sentence about something in the folder, soon and with little memory. */
    <T> T readOrRefuse(Path folder, ThrowingSupplier<T> reading) {
        return assertTimeoutPreemptively(PATIENCE, () -> modestly(folder, reading), () -> "case " + seed);
    }

    private <T> T modestly(Path folder, ThrowingSupplier<T> reading) throws Throwable {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        T read = null;
        try {
            read = reading.get();
        } catch (BadData e) {
            String message = e.getMessage();
            boolean oneSentence = message.lines().count() == 1 && message.length() < 500;
            assertTrue(oneSentence && message.contains(folder.toString()), () -> "case " + seed + ": " + message);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            fail("case " + seed, e);
        }
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(taken < MOST_BYTES, () -> "case " + seed + " took " + taken + " bytes");
        return read;
    }
}
