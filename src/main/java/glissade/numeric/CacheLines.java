package glissade.numeric;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Arrays whose vectors do not straddle two lines of the cache, so far as Java lets us say so: a vector that does is loaded
 * at half the speed. An array's place is the collector's choice and may change, but G1 gives an array of half a region or more
 * regions of its own and leaves it there; such an array's elements begin 16 bytes behind a line, and {@value #START} floats on
 * there is a line. Where none of this holds, results are the same and only later.
 */
public final class CacheLines {
    /** The first float that lies at the beginning of a line. */
    public static final int START = 12;

    /** Shorter arrays stay in the first-level cache, which minds less. */
    private static final int LEAST_LENGTH = 1 << 14;

    private static final int MOST_ROOM = 1 << 21;
    private static final int OWN_REGION = floatsOfOwnRegion();

    private CacheLines() {}

    /** An array of at least so many floats, of which a line begins at {@link #START}. */
    public static float[] floats(int length) {
        return new float[length < LEAST_LENGTH ? length : Math.max(length, OWN_REGION)];
    }

    /** The length at which an array gets a region of its own; 0 where there is none, or it would waste too much. */
    private static int floatsOfOwnRegion() {
        try {
            HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            if (!Boolean.parseBoolean(jvm.getVMOption("UseG1GC").getValue())) {
                return 0;
            }
            long region = Long.parseLong(jvm.getVMOption("G1HeapRegionSize").getValue());
            long floats = region / 2 / Float.BYTES;
            return floats <= MOST_ROOM ? (int) floats : 0;
        } catch (RuntimeException | LinkageError otherJvm) {
            return 0;
        }
    }
}
