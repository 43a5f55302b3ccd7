package glissade.plan;

/**
 * What Spark lets pass between the driver and a task.
 *
 * @param results bytes that the driver receives of one job ({@code spark.driver.maxResultSize}); beyond them the job ends
 * @param direct bytes of a result that come in one message ({@code spark.task.maxDirectResultSize}); larger ones take a detour
 * @param task bytes that a task takes along ({@code spark.rpc.message.maxSize}); beyond them the job ends
 */
public record MessageLimits(long results, long direct, long task) {
    /** Of one process, which sends tasks to nobody; else Spark's defaults, and direct results as large as Glissade asks for. */
    public static final MessageLimits ONE_PROCESS = new MessageLimits(1L << 30, 64L << 20, Long.MAX_VALUE);
}
