package glissade.data;

import java.util.Arrays;
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

    private static final int TASKS_A_CORE = 4;
    /** A task has at most so many blocks (4 million rows): none takes long, and a lost one costs little. */
    private static final int BLOCKS_A_TASK = 1024;

    private DataScan() {}

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
        return withSpark(rows, spark, tasks(rows.shape().trainingRows(), spark));
    }

    static DataSummary withSpark(CanonicalRows rows, JavaSparkContext spark, int tasks) {
        ScanPart all = new ScanPart(rows.shape());
        onSpark(spark, tasks, number -> task(rows, number, tasks)).forEach(all::add);
        return complete(rows, all);
    }

    /** Counts the rows that a split holds out, on the cluster. */
    static SplitIndex index(ValidationSplit split, long rows, JavaSparkContext spark) {
        if (split.holdsNothing()) {
            return new SplitIndex(split, rows);
        }
        long blocks = SplitIndex.blocks(rows);
        int tasks = tasks(rows, spark);
        List<int[]> counts = onSpark(
                spark,
                tasks,
                number -> SplitIndex.heldInBlocks(
                        split, rows, (int) (blocks * number / tasks), (int) (blocks * (number + 1) / tasks)));
        return new SplitIndex(
                split, rows, counts.stream().flatMapToInt(Arrays::stream).toArray());
    }

    private static int tasks(long rows, JavaSparkContext spark) {
        long blocks = blockCount(rows);
        long wanted = Math.max((long) TASKS_A_CORE * spark.defaultParallelism(), blocks / BLOCKS_A_TASK);
        return Math.toIntExact(Math.min(blocks, wanted));
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
