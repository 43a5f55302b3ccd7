package glissade.data;

import glissade.numeric.Block;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a scan has learnt from a stretch of 4,096-row blocks of each split. Stretches are appended in canonical order; how
 * the data set was divided into them leaves no trace.
 */
final class ScanPart implements Serializable {
    private static final long serialVersionUID = 1;
    private static final Split[] SPLITS = Split.values();

    private final SourceShape shape;
    private final byte[][] digests = new byte[SPLITS.length][0];
    private final int[] digestBytes = new int[SPLITS.length];
    private final long[] rows = new long[SPLITS.length];
    private final long[] classRows;
    private long trainingNonZeros;

    ScanPart(SourceShape shape) {
        this.shape = shape;
        classRows = new long[shape.classes()];
    }

    /** Counts the next rows of a split, sparse and checked. */
    void addRows(Split split, Block block) {
        rows[split.ordinal()] += block.rows();
        if (split == Split.TRAIN) {
            trainingNonZeros += block.nonZeros();
            if (classRows.length > 0) {
                for (float target : block.targets()) {
                    classRows[(int) target]++;
                }
            }
        }
    }

    /** Adds the digest of a split's next 4,096 rows, or of its last ones. */
    void addDigest(Split split, byte[] digest) {
        append(split, digest, digest.length);
    }

    /** Adds the stretch that follows. */
    void add(ScanPart next) {
        for (Split split : SPLITS) {
            int s = split.ordinal();
            append(split, next.digests[s], next.digestBytes[s]);
            rows[s] += next.rows[s];
        }
        for (int i = 0; i < classRows.length; i++) {
            classRows[i] += next.classRows[i];
        }
        trainingNonZeros += next.trainingNonZeros;
    }

    long rows(Split split) {
        return rows[split.ordinal()];
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
                sparse,
                sparse ? trainingNonZeros : all,
                fingerprint());
    }

    private void requireTwoClasses() {
        if (rows(Split.TRAIN) == 0) {
            throw new BadData("there are no rows to train on");
        }
        long present = Arrays.stream(classRows).filter(count -> count > 0).count();
        if (classRows.length > 0 && present < 2) {
            throw new BadData("all " + rows(Split.TRAIN) + " training rows are of one class; at least two are needed");
        }
    }

    /** SHA-256 of the width, the number of classes, and each split's row count and block digests. */
    private String fingerprint() {
        MessageDigest digest = Sha256.digest();
        digest.update(word(shape.features()));
        digest.update(word(shape.classes()));
        for (Split split : SPLITS) {
            digest.update(word(rows(split)));
            digest.update(digests[split.ordinal()], 0, digestBytes[split.ordinal()]);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] word(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private void append(Split split, byte[] bytes, int length) {
        int s = split.ordinal();
        int needed = Math.addExact(digestBytes[s], length);
        if (needed > digests[s].length) {
            digests[s] = Arrays.copyOf(digests[s], Math.max(needed, Math.multiplyExact(digests[s].length, 2)));
        }
        System.arraycopy(bytes, 0, digests[s], digestBytes[s], length);
        digestBytes[s] = needed;
    }
}
