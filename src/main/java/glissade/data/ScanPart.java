package glissade.data;

import glissade.numeric.Sha256;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a scan has learnt from a stretch of 4,096-row blocks of each split. Stretches are appended in canonical order; how
 * the data set was divided into them leaves no trace.
 */
final class ScanPart implements Serializable {
    private static final long serialVersionUID = 1;

    private final SourceShape shape;
    private final EnumMap<Split, Tally> tallies = new EnumMap<>(Split.class);
    private final long[] classRows;
    private final TargetMoments targetMoments = new TargetMoments();
    private long trainingNonZeros;

    ScanPart(SourceShape shape) {
        this.shape = shape;
        classRows = new long[shape.classes()];
        for (Split split : Split.values()) {
            tallies.put(split, new Tally());
        }
    }

    /** Adds the next 4,096 rows of a split, or its last ones, by their digest and checked targets. */
    void addBlock(Split split, byte[] digest, float[] targets, int count) {
        Tally tally = tallies.get(split);
        tally.rows += count;
        tally.append(digest, digest.length);
        if (split != Split.TRAIN) {
            return;
        }
        if (classRows.length == 0) {
            targetMoments.add(targets, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            classRows[(int) targets[i]]++;
        }
    }

    void addTrainingNonZeros(long count) {
        trainingNonZeros += count;
    }

    /** Adds the stretch that follows. */
    void add(ScanPart next) {
        for (Map.Entry<Split, Tally> entry : tallies.entrySet()) {
            Tally other = next.tallies.get(entry.getKey());
            entry.getValue().rows += other.rows;
            entry.getValue().append(other.digests, other.length);
        }
        for (int i = 0; i < classRows.length; i++) {
            classRows[i] += next.classRows[i];
        }
        targetMoments.add(next.targetMoments);
        trainingNonZeros += next.trainingNonZeros;
    }

    long rows(Split split) {
        return tallies.get(split).rows;
    }

    /** What is known once all blocks have been added. */
    DataSummary summary() {
        requireTwoClasses();
        long all = Math.multiplyExact(rows(Split.TRAIN), (long) shape.features());
        boolean sparse = LayoutRule.sparse(trainingNonZeros, all, shape.features());
        return new DataSummary(
                rows(Split.TRAIN),
                rows(Split.VALIDATION),
                rows(Split.TEST),
                shape.features(),
                shape.classes(),
                shape.classNames(),
                Arrays.stream(classRows).boxed().toList(),
                targetMoments.variance(),
                sparse,
                sparse ? trainingNonZeros : all,
                fingerprint(),
                shape.remarks(),
                List.of());
    }

    private void requireTwoClasses() {
        long present = Arrays.stream(classRows).filter(count -> count > 0).count();
        if (classRows.length > 0 && present < 2) {
            throw new BadData("all " + rows(Split.TRAIN) + " training rows are of one class; at least two are needed");
        }
    }

    /** SHA-256 of the width, the number of classes, and each split's row count and block digests; 64-bit big-endian. */
    private String fingerprint() {
        MessageDigest digest = Sha256.begun();
        digest.update(word(shape.features()));
        digest.update(word(shape.classes()));
        for (Tally tally : tallies.values()) {
            digest.update(word(tally.rows));
            digest.update(tally.digests, 0, tally.length);
        }
        return Sha256.text(digest);
    }

    private static byte[] word(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    /** The rows of one split and the digests of its blocks, one after the other. */
    private static final class Tally implements Serializable {
        private static final long serialVersionUID = 1;

        private long rows;
        private byte[] digests = new byte[0];
        private int length;

        void append(byte[] more, int count) {
            int needed = Math.addExact(length, count);
            if (needed > digests.length) {
                digests = Arrays.copyOf(digests, Math.max(needed, Math.multiplyExact(digests.length, 2)));
            }
            System.arraycopy(more, 0, digests, length, count);
            length = needed;
        }
    }
}
