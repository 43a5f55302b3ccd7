package glissade.bench;

import glissade.engine.StepBenchmark;
import glissade.engine.StepBenchmark.Workload;
import glissade.optim.Optimizer;
import glissade.optim.Optimizers;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** The time and the garbage of a steady step, for every optimizer: {@code StepTable CSV-FILE}. */
final class StepTable {
    /** Less than the smallest object: what is left is the harness's own, spread over the steps of an iteration. */
    private static final double SMALLEST_OBJECT = 16;

    private StepTable() {}

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(Harness.options(StepBenchmark.class, arguments[0])
                        .addProfiler(GCProfiler.class)
                        .param(
                                "optimizer",
                                Optimizers.ALL.stream().map(Optimizer::name).toArray(String[]::new))
                        .warmupIterations(1)
                        .measurementIterations(2)
                        .warmupTime(TimeValue.milliseconds(500))
                        .measurementTime(TimeValue.milliseconds(500))
                        .build())
                .run();
        System.out.printf("%-18s %-10s %12s %12s %8s%n", "step", "optimizer", "us/step", "M ex-tr/s", "B/step");
        double most = 0;
        for (RunResult result : results) {
            Workload workload = Workload.valueOf(result.getParams().getParam("workload"));
            double micros = result.getPrimaryResult().getScore();
            double bytes = Harness.secondary(result, "gc.alloc.rate.norm").getScore();
            most = Math.max(most, bytes);
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %-10s %12.1f %12.2f %8.2f%n",
                    workload.name().toLowerCase(Locale.ROOT),
                    result.getParams().getParam("optimizer"),
                    micros,
                    workload.examplesOfStep() / micros,
                    bytes);
        }
        System.out.printf(
                Locale.ROOT,
                "most bytes a step: %.2f, %s (target 0; the harness itself leaves a few, an object has %.0f)%n",
                most,
                most < SMALLEST_OBJECT ? "ok" : "MISSED",
                SMALLEST_OBJECT);
    }
}
