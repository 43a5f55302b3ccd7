package glissade.data;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;

/**
 * One pass over all rows: exact counts, layout, fingerprint. Small data is scanned here and kept for the shards; large data
 * by a Spark job whose tasks take ranges of 4,096-row blocks of canonical order. Both learn the same.
 */
final class DataScan {
    /** Up to this many values (zeros counted, all splits) data is small: MNIST has 55 million of at most 67 million. */
    static final long SMALL_VALUES = 1L << 26;

    private DataScan() {}

    /** Scans small data in this thread and keeps it at hand for {@link DataSet#load}. */
    static DataSummary keeping(CanonicalRows rows) {
        BlockCutter cutter = new BlockCutter(rows.shape(), rows.scaling(), true);
        read(rows, 0, 1, 1, cutter);
        DataSummary summary = complete(rows, cutter.finish());
        RecentRows.keep(summary.fingerprint(), cutter.whole(summary.sparse()));
        return summary;
    }

    /** Scans at that place. */
    static DataSummary at(ScanPlace place, CanonicalRows rows) {
        long blocks = blockCount(rows.rows(Split.TRAIN));
        ScanPart all = new ScanPart(rows.shape());
        place.over(blocks, (from, to) -> {
                    BlockCutter cutter = new BlockCutter(rows.shape(), rows.scaling(), false);
                    read(rows, from, to, blocks, cutter);
                    return cutter.finish();
                })
                .forEach(all::add);
        return complete(rows, all);
    }

    /** What every task finds, in the order of their numbers. */
    static <T> List<T> onSpark(JavaSparkContext spark, int tasks, Function<Integer, T> task) {
        List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
        try {
            return spark.parallelize(numbers, tasks).map(task).collect();
        } catch (Exception e) {
            throw badDataWithin(e);
        }
    }

    /**
     * From block {@code from} to block {@code to} of so many training blocks, and the same part of every other split's blocks:
     * held-out rows mostly lie between those trained on.
     */
    private static void read(CanonicalRows rows, long from, long to, long blocks, BlockCutter cutter) {
        rows.read(
                part(rows.rows(Split.TRAIN), from, to, blocks),
                part(rows.rows(Split.VALIDATION), from, to, blocks),
                part(rows.rows(Split.TEST), from, to, blocks),
                cutter);
    }

    private static RowRange part(long rows, long from, long to, long blocks) {
        long own = blockCount(rows);
        return rowsOf(own * from / blocks, own * to / blocks, rows);
    }

    static long blockCount(long rows) {
        return (rows + BlockCutter.BLOCK_ROWS - 1) / BlockCutter.BLOCK_ROWS;
    }

    /** The rows of the blocks {@code [from, to)} of so many rows. */
    static RowRange rowsOf(long from, long to, long rows) {
        return new RowRange(Math.min(rows, from * BlockCutter.BLOCK_ROWS), Math.min(rows, to * BlockCutter.BLOCK_ROWS));
    }

    private static DataSummary complete(CanonicalRows rows, ScanPart scanned) {
        for (Split split : Split.values()) {
            if (scanned.rows(split) != rows.rows(split)) {
                throw new IllegalStateException("expected " + rows.rows(split) + " rows of " + split
                        + ", the source gave " + scanned.rows(split));
            }
        }
        return scanned.summary();
    }

    /** Spark wraps what a task throws; the user is told the reason alone. */
    private static RuntimeException badDataWithin(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadData) {
                return new BadData(cause.getMessage(), failure);
            }
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
