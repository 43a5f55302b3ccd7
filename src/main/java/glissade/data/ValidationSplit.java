package glissade.data;

import glissade.data.Source.Segment;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Which training rows are held out for validation: those whose keyed hash of (segment name, position in the segment), as a
 * number in [0, 1), is below the share. No row's side depends on any other row, so rows and files may be added.
 */
final class ValidationSplit implements Serializable {
    private static final long serialVersionUID = 1;

    private final double share;
    private final long seed;
    private final Purpose purpose;
    private final long[] firstRows;
    private final int[] streams;

    ValidationSplit(double share, long seed, List<Segment> segments) {
        this(share, seed, Purpose.SPLIT, segments);
    }

    /** For another purpose, so that the same seed holds out other rows. */
    ValidationSplit(double share, long seed, Purpose purpose, List<Segment> segments) {
        this.purpose = purpose;
        this.share = share;
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

    boolean holdsNothing() {
        return share == 0;
    }

    boolean holds(long row) {
        if (share == 0) {
            return false;
        }
        int found = Arrays.binarySearch(firstRows, row);
        int segment = found >= 0 ? lastStartingAt(found) : -found - 2;
        long position = row - firstRows[segment];
        return Randomness.uniform(seed, purpose, streams[segment], position) < share;
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
        byte[] hash = Sha256.digest().digest(name.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getInt();
    }
}
