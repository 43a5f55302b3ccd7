package glissade.cluster;

import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.SparkPlugin;
import org.apache.spark.util.TaskCompletionListener;

/** Makes the first attempt of every third task fail once its work is done, just before its result would be sent. */
public final class FailingTasks implements SparkPlugin {
    static final String WORDS = "injected failure";
    private static final int EVERY = 3;

    @Override
    public DriverPlugin driverPlugin() {
        return null;
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new Failing();
    }

    /** Is told of each task in its own thread. */
    private static final class Failing implements ExecutorPlugin {
        @Override
        public void onTaskStart() {
            TaskContext task = TaskContext.get();
            if (task.attemptNumber() == 0 && task.taskAttemptId() % EVERY == 0) {
                TaskCompletionListener failing = done -> {
                    throw new IllegalStateException(WORDS);
                };
                task.addTaskCompletionListener(failing);
            }
        }
    }
}
