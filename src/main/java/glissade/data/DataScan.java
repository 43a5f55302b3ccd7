package glissade.data;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * One pass over all rows: exact counts, layout, fingerprint. Small data is scanned here and kept for the shards; large data
 * by a Spark job whose tasks take ranges of 4,096-row blocks of canonical order. Both learn the same.
 */
final class DataScan {
    /** Up to this many values (zeros counted, all splits) data is small: MNIST has 55 million of at most 67 million. */
    static final long SMALL_VALUES = 1L << 26;

    private static final int TASKS_A_CORE = 4;

    private DataScan() {}

    static boolean isSmall(SourceShape shape) {
        return shape.trainingRows() + shape.testRows() <= SMALL_VALUES / shape.features();
    }

    /** Scans small data and keeps its rows at hand for {@link DataSet#load}. */
    static DataSummary keeping(CanonicalRows rows) {
        BlockCutter cutter = new BlockCutter(rows.shape(), rows.scale(), true);
        read(rows, 0, 1, cutter);
        DataSummary summary = complete(rows, cutter.finish());
        RecentRows.keep(summary.fingerprint(), cutter.whole(summary.sparse()));
        return summary;
    }

    /** Scans in this thread. */
    static DataSummary alone(CanonicalRows rows) {
        return complete(rows, task(rows, 0, 1));
    }

    /** Scans on the cluster. */
    static DataSummary withSpark(CanonicalRows rows, JavaSparkContext spark) {
        long blocks = blockCount(rows.shape().trainingRows());
        return withSpark(rows, spark, (int) Math.min(blocks, (long) TASKS_A_CORE * spark.defaultParallelism()));
    }

    static DataSummary withSpark(CanonicalRows rows, JavaSparkContext spark, int tasks) {
        List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
        ScanPart all = new ScanPart(rows.shape());
        try {
            spark.parallelize(numbers, tasks)
                    .map(number -> task(rows, number, tasks))
                    .collect()
                    .forEach(all::add);
        } catch (Exception e) {
            throw badDataWithin(e);
        }
        return complete(rows, all);
    }

    private static ScanPart task(CanonicalRows rows, int number, int tasks) {
        BlockCutter cutter = new BlockCutter(rows.shape(), rows.scale(), false);
        read(rows, number, tasks, cutter);
        return cutter.finish();
    }

    private static void read(CanonicalRows rows, int number, int tasks, BlockCutter cutter) {
        rows.read(
                blocks(rows.rows(Split.TRAIN), number, tasks),
                blocks(rows.rows(Split.VALIDATION), number, tasks),
                blocks(rows.rows(Split.TEST), number, tasks),
                cutter);
    }

    /** The rows of a split's blocks that fall to one of several tasks. */
    private static RowRange blocks(long rows, int number, int tasks) {
        long blocks = blockCount(rows);
        return new RowRange(
                Math.min(rows, blocks * number / tasks * BlockCutter.BLOCK_ROWS),
                Math.min(rows, blocks * (number + 1) / tasks * BlockCutter.BLOCK_ROWS));
    }

    private static long blockCount(long rows) {
        return (rows + BlockCutter.BLOCK_ROWS - 1) / BlockCutter.BLOCK_ROWS;
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
