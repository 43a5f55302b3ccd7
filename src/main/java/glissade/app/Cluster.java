package glissade.app;

import glissade.engine.Engine;
import glissade.engine.InTaskEngine;
import glissade.engine.SynchronousEngine;
import glissade.plan.MessageLimits;
import glissade.plan.Plan;
import glissade.plan.Resources;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Where Spark will run, and Spark itself once somebody asks for it. Most commands never do: a context takes seconds to start.
 * Settings are those that a sweep wants, wherever the user did not say otherwise.
 */
final class Cluster implements AutoCloseable {
    private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\*|\\d+)(?:,\\s*\\d+)?])?");
    private static final String HADOOP_PREFIX = "spark.hadoop.";

    /** Of each heap, whatever its size. */
    private static final long SPARKS_OWN = 300L << 20;

    private final SparkConf conf;
    private JavaSparkContext context;

    /** With a master to go to, or null for the one that spark-submit names, or else all cores of this machine. */
    Cluster(String appName, String master) {
        conf = new SparkConf().setAppName(appName);
        if (master != null) {
            conf.setMaster(master);
        }
        conf.setIfMissing("spark.master", "local[*]");
        // Cohorts are jobs of equal right; each thread that trains has its own pool.
        conf.setIfMissing("spark.scheduler.mode", "FAIR");
        // A leg's state or a step's sums come in one message, not through the block manager.
        conf.setIfMissing("spark.task.maxDirectResultSize", "64m");
        // Thousands of short jobs leave no trace worth keeping.
        conf.setIfMissing("spark.ui.retainedJobs", "100");
        conf.setIfMissing("spark.ui.retainedStages", "100");
        conf.setIfMissing("spark.ui.retainedTasks", "1000");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        if (isLocal()) {
            // One process that talks to itself: no web server to start, no host name to look up.
            conf.setIfMissing("spark.ui.enabled", "false");
            conf.setIfMissing("spark.driver.host", "localhost");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
    }

    String master() {
        return conf.get("spark.master");
    }

    /** Whether all work is done in this process; a {@code local-cluster} has processes of its own. */
    boolean isLocal() {
        return conf.get("spark.master").matches("local(\\[.*)?");
    }

    /** What a plan may count on, as far as it can be known before Spark has started. Speed depends on it, results do not. */
    Resources resources() {
        long driverMemory = Runtime.getRuntime().maxMemory();
        Matcher local = LOCAL.matcher(conf.get("spark.master"));
        if (local.matches()) {
            String cores = local.group(1) == null ? "1" : local.group(1);
            int count = cores.equals("*") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(cores);
            return new Resources(
                    Math.max(1, count), driverMemory, driverMemory, storage(driverMemory), limits(Long.MAX_VALUE));
        }
        int executors = conf.getInt("spark.executor.instances", 2);
        int cores = conf.getInt("spark.cores.max", executors * conf.getInt("spark.executor.cores", 1));
        long memory = conf.getSizeAsBytes("spark.executor.memory", "1g");
        long storage = isCounted() ? conf.getInt("spark.executor.instances", 1) * storage(memory) : Long.MAX_VALUE;
        return new Resources(Math.max(1, cores), memory, driverMemory, storage, limits(messageBytes()));
    }

    /** The part of a heap in which Spark caches. */
    private long storage(long memoryBytes) {
        return (long) (conf.getDouble("spark.memory.fraction", 0.6) * Math.max(0, memoryBytes - SPARKS_OWN));
    }

    /** Whether somebody said how many executors there are. */
    private boolean isCounted() {
        return conf.contains("spark.executor.instances") && !conf.getBoolean("spark.dynamicAllocation.enabled", false);
    }

    /** With Spark's own defaults where nothing is said. */
    private MessageLimits limits(long taskBytes) {
        long results = conf.getSizeAsBytes("spark.driver.maxResultSize", "1g");
        long direct = conf.getSizeAsBytes("spark.task.maxDirectResultSize");
        return new MessageLimits(results == 0 ? Long.MAX_VALUE : results, Math.min(direct, messageBytes()), taskBytes);
    }

    private long messageBytes() {
        return (long) conf.getInt("spark.rpc.message.maxSize", 128) << 20;
    }

    /** Of all executors together; as much as there can be where nobody said how many there are. */
    long memoryBytes() {
        if (isLocal()) {
            return resources().executorMemoryBytes();
        }
        return isCounted()
                ? conf.getInt("spark.executor.instances", 1) * resources().executorMemoryBytes()
                : Long.MAX_VALUE;
    }

    /** What Hadoop file systems are to know: the site's files, and what Spark was told for them. */
    Configuration hadoop() {
        return hadoop(conf);
    }

    static Configuration hadoop(SparkConf conf) {
        Configuration hadoop = new Configuration();
        for (scala.Tuple2<String, String> setting : conf.getAllWithPrefix(HADOOP_PREFIX)) {
            hadoop.set(setting._1(), setting._2());
        }
        return hadoop;
    }

    /** Spark, started when first asked for. */
    JavaSparkContext context() {
        if (context == null) {
            context = new JavaSparkContext(conf);
        }
        return context;
    }

    /** The engine that a plan names, on Spark. */
    Engine engine(Plan plan) {
        Engine engine =
                switch (plan.engine().kind()) {
                    case IN_TASK -> new InTaskEngine(context());
                    case SYNCHRONOUS -> new SynchronousEngine(context(), partitions(plan));
                };
        return new PooledEngine(context(), engine);
    }

    private int partitions(Plan plan) {
        return plan.data().stream()
                .mapToInt(data -> resources().partitions(data.shards().count()))
                .max()
                .orElse(1);
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
