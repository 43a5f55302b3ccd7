package glissade.bench;

import glissade.engine.StepBenchmark;
import glissade.engine.StepBenchmark.Workload;
import glissade.optim.Optimizer;
import glissade.optim.Optimizers;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The time and the garbage of a steady step, for every optimizer: {@code StepTable CSV-FILE [WORKLOAD ...]}. Ends with status 1
 * when some step allocates.
 */
final class StepTable {
    private StepTable() {}

    /** Those asked for, or all. */
    private static String[] workloads(String[] arguments) {
        return arguments.length > 1
                ? Arrays.copyOfRange(arguments, 1, arguments.length)
                : Arrays.stream(Workload.values()).map(Enum::name).toArray(String[]::new);
    }

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(Harness.options(StepBenchmark.class, arguments[0])
                        .addProfiler(GCProfiler.class)
                        .param(
                                "optimizer",
                                Optimizers.ALL.stream().map(Optimizer::name).toArray(String[]::new))
                        .param("workload", workloads(arguments))
                        .warmupIterations(1)
                        .measurementIterations(3)
                        .warmupTime(TimeValue.milliseconds(300))
                        .measurementTime(TimeValue.milliseconds(300))
                        .build())
                .run();
        System.out.printf(
                "%-18s %-10s %10s %10s %10s %10s %12s%n",
                "step", "optimizer", "us/step", "M ex-tr/s", "B/step", "late B", "-prof gc");
        double most = 0;
        for (RunResult result : results) {
            Workload workload = Workload.valueOf(result.getParams().getParam("workload"));
            double micros = result.getPrimaryResult().getScore();
            double bytes = Harness.least(result, "bytes")
                    / Harness.secondary(result, "steps").getScore();
            double late = Harness.least(result, "late");
            most = Math.max(most, Math.max(bytes, late));
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %-10s %10.1f %10.2f %10.2f %10.2f %12.2f%s%n",
                    workload.name().toLowerCase(Locale.ROOT),
                    result.getParams().getParam("optimizer"),
                    micros,
                    workload.examplesOfStep() / micros,
                    bytes,
                    late,
                    Harness.secondary(result, "gc.alloc.rate.norm").getScore(),
                    bytes + late > 0 ? " MISSED" : "");
        }
        System.out.printf(
                Locale.ROOT,
                "most bytes a step: %.2f, target 0, %s; late steps: moments faded, trials very sure; -prof gc counts the harness too%n",
                most,
                most == 0 ? "ok" : "MISSED");
        System.exit(most == 0 ? 0 : 1);
    }
}
