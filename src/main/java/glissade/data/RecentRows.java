package glissade.data;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows of the last few data sets scanned in this JVM, by fingerprint, so that loading need not read them again. Held
 * softly: the collector takes them back when memory is short.
 */
final class RecentRows {
    private static final int DATA_SETS = 4;
    private static final Map<String, SoftReference<Shard>> KEPT = new LinkedHashMap<>();

    private RecentRows() {}

    static synchronized void keep(String fingerprint, Shard whole) {
        KEPT.remove(fingerprint);
        KEPT.put(fingerprint, new SoftReference<>(whole));
        if (KEPT.size() > DATA_SETS) {
            KEPT.remove(KEPT.keySet().iterator().next());
        }
    }

    /** All rows of a data set in its layout, or null when they must be read. */
    static synchronized Shard find(String fingerprint) {
        SoftReference<Shard> kept = KEPT.get(fingerprint);
        return kept == null ? null : kept.get();
    }

    static synchronized void forget() {
        KEPT.clear();
    }
}
