package glissade.app;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Starts Spark with the settings that a sweep wants, wherever the user or spark-submit did not say otherwise. */
final class SparkSessions {
    private SparkSessions() {}

    /** A context; master {@code local[*]} unless the user named another. */
    static JavaSparkContext start(String appName) {
        SparkConf conf = new SparkConf().setAppName(appName);
        conf.setIfMissing("spark.master", "local[*]");
        // Cohorts are jobs of equal right; each thread that trains has its own pool.
        conf.setIfMissing("spark.scheduler.mode", "FAIR");
        // A leg's state or a step's sums in one message, not through the block manager.
        conf.setIfMissing("spark.task.maxDirectResultSize", "64m");
        // Thousands of short jobs leave no trace worth keeping.
        conf.setIfMissing("spark.ui.retainedJobs", "100");
        conf.setIfMissing("spark.ui.retainedStages", "100");
        conf.setIfMissing("spark.ui.retainedTasks", "1000");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        if (conf.get("spark.master").startsWith("local")) {
            local(conf);
        }
        return new JavaSparkContext(conf);
    }

    /** One process talks to itself only: no web server to start, no host name to look up. */
    private static void local(SparkConf conf) {
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.driver.host", "localhost");
        conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }
}
