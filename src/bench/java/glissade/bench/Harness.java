package glissade.bench;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How our tables drive JMH. */
final class Harness {
    private Harness() {}

    /** One fork of one benchmark class, silent; the full figures go to a CSV file. */
    static ChainedOptionsBuilder options(Class<?> benchmarks, String csv) {
        return new OptionsBuilder()
                .include(benchmarks.getName().replace(".", "\\.") + "\\.")
                .forks(1)
                .jvmArgsAppend("--add-modules=jdk.incubator.vector", "-Xmx2g")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .result(csv)
                .resultFormat(ResultFormatType.CSV);
    }

    /** The best iteration of a number that was counted on the side: whatever else runs can only lower it. */
    static double best(RunResult result, String name) {
        return secondary(result, name).getStatistics().getMax();
    }

    /**
     * The least of the iterations of a number that was counted on the side. When the JVM replaces some code it may make a few
     * objects, once; what every step makes, every iteration shows.
     */
    static double least(RunResult result, String name) {
        return secondary(result, name).getStatistics().getMin();
    }

    /** A number that was measured on the side; its name may carry a prefix. */
    static Result<?> secondary(RunResult result, String name) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(name))
                .map(entry -> (Result<?>) entry.getValue())
                .findFirst()
                .orElseThrow();
    }
}
