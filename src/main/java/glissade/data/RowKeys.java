package glissade.data;

import glissade.data.Source.Segment;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import glissade.numeric.Sha256;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A number in [0, 1) for every training row of a source: a keyed hash of its segment's name and its position there. It does
 * not depend on any other row, so that rows and files may be added.
 */
final class RowKeys implements Serializable {
    private static final long serialVersionUID = 1;

    private final long seed;
    private final Purpose purpose;
    private final long[] firstRows;
    private final int[] streams;

    RowKeys(long seed, List<Segment> segments) {
        this(seed, Purpose.SPLIT, segments);
    }

    /** For another purpose, so that the same seed gives other numbers. */
    RowKeys(long seed, Purpose purpose, List<Segment> segments) {
        this.purpose = purpose;
        this.seed = seed;
        firstRows = new long[segments.size()];
        streams = new int[segments.size()];
        long first = 0;
        for (int i = 0; i < streams.length; i++) {
            firstRows[i] = first;
            streams[i] = stream(segments.get(i).name());
            first += segments.get(i).rows();
        }
    }

    double of(long row) {
        int found = Arrays.binarySearch(firstRows, row);
        int segment = found >= 0 ? lastStartingAt(found) : -found - 2;
        long position = row - firstRows[segment];
        return Randomness.uniform(seed, purpose, streams[segment], position);
    }

    /** Empty segments begin where the next one does; the row is in the last of them. */
    private int lastStartingAt(int segment) {
        int last = segment;
        while (last + 1 < firstRows.length && firstRows[last + 1] == firstRows[segment]) {
            last++;
        }
        return last;
    }

    private static int stream(String name) {
        byte[] hash = Sha256.begun().digest(name.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getInt();
    }
}
