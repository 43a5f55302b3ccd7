package glissade.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.numeric.Block;
import java.util.ArrayList;
import java.util.List;

/** Small data sets for tests, and equality of blocks to the bit. */
final class Samples {
    private Samples() {}

    static DataSpec circles(long rows, double validation) {
        return Generated.of("circles").withRows(rows, 200).withNoise(0.15).spec(validation, 1);
    }

    static DataSpec digits(long rows, double validation) {
        return Generated.of("digits").withRows(rows, 300).spec(validation, 1);
    }

    static CanonicalRows rows(DataSpec spec) {
        return rows(spec, ScanPlace.HERE);
    }

    static CanonicalRows rows(DataSpec spec, ScanPlace place) {
        return new Shaping(SourceKind.of(spec.source()).open(spec), spec, place, Long.MAX_VALUE).rows();
    }

    /** What is learnt of a source that is open already. */
    static DataSummary scan(Source source, DataSpec spec, ScanPlace place) {
        CanonicalRows rows = new Shaping(source, spec, place, Long.MAX_VALUE).rows();
        return DataScan.at(place, rows).withTable(rows.facts());
    }

    /** The rows of one part, read in one go. */
    static Block read(Source source, Source.Part part, long from, long to) {
        List<Block> blocks = new ArrayList<>();
        source.read(part, from, to, blocks::add);
        return BlockSlices.join(blocks, source.shape().features(), true);
    }

    static Block join(List<Block> blocks) {
        return BlockSlices.join(blocks, blocks.get(0).width(), blocks.get(0).isSparse());
    }

    static List<Shard> loadAll(ShardedData data) {
        List<Shard> shards = new ArrayList<>();
        for (int s = 0; s < data.shards(); s++) {
            shards.add(data.load(s));
        }
        return shards;
    }

    /** Same layout, same bits. */
    static void assertSame(Block expected, Block actual) {
        assertEquals(expected.isSparse(), actual.isSparse(), "layout");
        assertEquals(expected.rows(), actual.rows(), "rows");
        assertEquals(expected.width(), actual.width(), "width");
        int stored = Math.toIntExact(expected.storedValues());
        assertEquals(stored, actual.storedValues(), "stored values");
        assertArrayEquals(bits(expected.targets(), expected.rows()), bits(actual.targets(), actual.rows()), "targets");
        assertArrayEquals(bits(expected.values(), stored), bits(actual.values(), stored), "values");
        if (expected.isSparse()) {
            assertArrayEquals(expected.starts(), actual.starts(), "starts");
            for (int entry = 0; entry < stored; entry++) {
                assertEquals(expected.columns()[entry], actual.columns()[entry], "column of entry " + entry);
            }
        }
    }

    static void assertSame(Shard expected, Shard actual) {
        assertEquals(expected.index(), actual.index());
        for (Split split : Split.values()) {
            assertSame(expected.rows(split), actual.rows(split));
        }
    }

    private static int[] bits(float[] values, int count) {
        int[] bits = new int[count];
        for (int i = 0; i < count; i++) {
            bits[i] = Float.floatToIntBits(values[i]);
        }
        return bits;
    }
}
