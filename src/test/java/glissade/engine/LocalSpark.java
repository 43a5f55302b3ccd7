package glissade.engine;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** A real Spark in this JVM that also counts the bytes its tasks send to the driver. */
final class LocalSpark implements AutoCloseable {
    private final JavaSparkContext context;
    private final AtomicLong bytesToDriver = new AtomicLong();

    LocalSpark(int cores) {
        SparkConf conf = new SparkConf()
                .setMaster("local[" + cores + "]")
                .setAppName("laws")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1");
        context = new JavaSparkContext(conf);
        context.setLogLevel("ERROR");
        context.sc().addSparkListener(new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                if (end.taskType().equals("ResultTask")) {
                    bytesToDriver.addAndGet(end.taskMetrics().resultSize());
                }
            }
        });
    }

    JavaSparkContext context() {
        return context;
    }

    /** The bytes of all results since the last call. */
    long bytesToDriver() throws Exception {
        context.sc().listenerBus().waitUntilEmpty();
        return bytesToDriver.getAndSet(0);
    }

    @Override
    public void close() {
        context.stop();
    }
}
