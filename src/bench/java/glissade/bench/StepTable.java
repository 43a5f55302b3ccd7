package glissade.bench;

import glissade.engine.StepBenchmark;
import glissade.engine.StepBenchmark.Workload;
import glissade.optim.Adam;
import glissade.optim.Optimizer;
import glissade.optim.Optimizers;
import glissade.optim.Sgd;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
    private static List<Workload> workloads(String[] arguments) {
        return arguments.length > 1
                ? Arrays.stream(arguments).skip(1).map(Workload::valueOf).toList()
                : List.of(Workload.values());
    }

    /** Every optimizer where the whole step is its; where something else is looked at, the plainest and the richest. */
    private static String[] optimizers(Workload workload) {
        return Optimizers.ALL.stream()
                .map(Optimizer::name)
                .filter(name -> workload.isPlain() || name.equals(Sgd.KIND.name()) || name.equals(Adam.KIND.name()))
                .toArray(String[]::new);
    }

    private static Collection<RunResult> run(String csv, Workload workload) throws RunnerException {
        return new Runner(Harness.options(StepBenchmark.class, csv)
                        .addProfiler(GCProfiler.class)
                        .param("optimizer", optimizers(workload))
                        .param("workload", workload.name())
                        .warmupIterations(1)
                        .measurementIterations(3)
                        .warmupTime(TimeValue.milliseconds(300))
                        .measurementTime(TimeValue.milliseconds(300))
                        .build())
                .run();
    }

    public static void main(String[] arguments) throws RunnerException {
        System.out.printf(
                "%-18s %-10s %10s %10s %10s %10s %12s%n",
                "step", "optimizer", "us/step", "M ex-tr/s", "B/step", "late B", "-prof gc");
        double most = 0;
        for (Workload workload : workloads(arguments)) {
            String csv = arguments[0].replace(".csv", "-" + lower(workload) + ".csv");
            for (RunResult result : run(csv, workload)) {
                most = Math.max(most, show(workload, result));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "most bytes a step: %.2f, target 0, %s; late steps: moments faded, trials very sure; -prof gc counts the harness too%n",
                most,
                most == 0 ? "ok" : "MISSED");
        System.exit(most == 0 ? 0 : 1);
    }

    /** Prints a line; returns the most bytes of a step. */
    private static double show(Workload workload, RunResult result) {
        double micros = result.getPrimaryResult().getScore();
        double bytes = Harness.least(result, "bytes")
                / Harness.secondary(result, "steps").getScore();
        double late = Harness.least(result, "late");
        System.out.printf(
                Locale.ROOT,
                "%-18s %-10s %10.1f %10.2f %10.2f %10.2f %12.2f%s%n",
                lower(workload),
                result.getParams().getParam("optimizer"),
                micros,
                workload.examplesOfStep() / micros,
                bytes,
                late,
                Harness.secondary(result, "gc.alloc.rate.norm").getScore(),
                bytes + late > 0 ? " MISSED" : "");
        return Math.max(bytes, late);
    }

    private static String lower(Workload workload) {
        return workload.name().toLowerCase(Locale.ROOT);
    }
}
