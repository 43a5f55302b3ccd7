package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** Equality of results as the contract means it: every number by its bits, all NaN alike. */
final class Bits {
    private Bits() {}

    static void assertSame(List<LaneResult> expected, List<LaneResult> actual, String where) {
        assertEquals(expected.size(), actual.size(), where);
        for (int i = 0; i < expected.size(); i++) {
            assertSame(expected.get(i), actual.get(i), where);
        }
    }

    static void assertSame(LaneResult expected, LaneResult actual, String where) {
        assertSameButLayers(expected, actual, where);
        assertEquals(expected.layers(), actual.layers(), expected.trialId() + " " + where);
    }

    static void assertSameButLayers(LaneResult expected, LaneResult actual, String where) {
        assertSameNumbers(expected, actual, where);
        String what = expected.trialId() + " " + where;
        assertArrayEquals(bits(expected.lastParameters()), bits(actual.lastParameters()), what);
        assertArrayEquals(bits(expected.bestParameters()), bits(actual.bestParameters()), what);
    }

    /** Curve points are records: their doubles are equal when their bits are. */
    static void assertSameNumbers(LaneResult expected, LaneResult actual, String where) {
        String what = expected.trialId() + " " + where;
        assertEquals(expected.trialId(), actual.trialId(), what);
        assertEquals(expected.status(), actual.status(), what);
        assertEquals(expected.reason(), actual.reason(), what);
        assertEquals(expected.curve(), actual.curve(), what);
        assertEquals(expected.bestEpoch(), actual.bestEpoch(), what);
        assertEquals(expected.last(), actual.last(), what);
        assertEquals(expected.bestLossEpoch(), actual.bestLossEpoch(), what);
        assertEquals(expected.bestAccuracyEpoch(), actual.bestAccuracyEpoch(), what);
        assertEquals(expected.best(), actual.best(), what);
    }

    static int[] bits(float[] values) {
        if (values == null) {
            return null;
        }
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits(values[i]);
        }
        return bits;
    }
}
