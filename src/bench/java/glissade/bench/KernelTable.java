package glissade.bench;

import glissade.numeric.FmaPeak;
import glissade.numeric.KernelBenchmark;
import glissade.numeric.Kernels;
import glissade.numeric.LaneBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** Each kernel's speed on one core, products as a share of the FMA peak measured beside them: {@code KernelTable CSV}. */
final class KernelTable {
    private static final double GIGA = 1e9;

    private KernelTable() {}

    public static void main(String[] arguments) throws RunnerException {
        List<RunResult> results = new ArrayList<>();
        for (Class<?> benchmarks : List.of(FmaPeak.class, KernelBenchmark.class, LaneBenchmark.class)) {
            String csv = arguments[0].replace(".csv", "-" + benchmarks.getSimpleName() + ".csv");
            results.addAll(new Runner(Harness.options(benchmarks, csv)
                            .warmupIterations(3)
                            .measurementIterations(5)
                            .warmupTime(TimeValue.milliseconds(400))
                            .measurementTime(TimeValue.milliseconds(300))
                            .build())
                    .run());
        }
        double peak = Harness.best(results.get(0), "flops") / GIGA;
        System.out.println("kernels: " + Kernels.best().description());
        System.out.printf("%-16s %-14s %10s %9s %11s%n", "kernel", "shape", "GFLOP/s", "of peak", "Gelement/s");
        results.forEach(result -> System.out.println(line(result, peak)));
    }

    private static String line(RunResult result, double peak) {
        String name = result.getParams().getBenchmark();
        String shape = result.getParams().getParam("shape");
        double flops = Harness.best(result, "flops") / GIGA;
        double elements = Harness.best(result, "elements") / GIGA;
        return String.format(
                Locale.ROOT,
                "%-16s %-14s %10s %9s %11s",
                name.substring(name.lastIndexOf('.') + 1),
                Objects.toString(shape, "").toLowerCase(Locale.ROOT),
                flops > 0 ? String.format(Locale.ROOT, "%.1f", flops) : "",
                flops > 0 ? String.format(Locale.ROOT, "%.0f %%", 100 * flops / peak) : "",
                elements > 0 ? String.format(Locale.ROOT, "%.2f", elements) : "");
    }
}
