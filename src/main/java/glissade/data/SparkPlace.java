package glissade.data;

import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/** Passes made by Spark tasks, each of which has about as many blocks as the others. */
final class SparkPlace implements ScanPlace {
    private static final int TASKS_A_CORE = 4;
    /** A task has at most so many blocks (4 million rows): none takes long, and a lost one costs little. */
    private static final int BLOCKS_A_TASK = 1024;

    private final JavaSparkContext spark;
    private final int tasks;

    SparkPlace(JavaSparkContext spark) {
        this(spark, 0);
    }

    /** With so many tasks, 0 for as many as seem right. */
    SparkPlace(JavaSparkContext spark, int tasks) {
        this.spark = spark;
        this.tasks = tasks;
    }

    /** This thread for a small source, or without a Spark to ask for. */
    static ScanPlace of(Source source, Supplier<JavaSparkContext> spark) {
        return spark == null || source.isSmall() ? HERE : new SparkPlace(spark.get());
    }

    @Override
    public <T> List<T> over(long blocks, Stretch<T> stretch) {
        int count = tasks > 0 ? tasks : tasks(blocks);
        return DataScan.onSpark(
                spark, count, number -> stretch.scan(blocks * number / count, blocks * (number + 1) / count));
    }

    private int tasks(long blocks) {
        long wanted = Math.max((long) TASKS_A_CORE * spark.defaultParallelism(), blocks / BLOCKS_A_TASK);
        return Math.toIntExact(Math.max(1, Math.min(blocks, wanted)));
    }
}
