package glissade.bench;

import glissade.data.MemoryData;
import glissade.engine.CohortSpec;
import glissade.engine.CurvePoint;
import glissade.engine.MemoryEngine;
import glissade.numeric.Kernels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Our side of a comparison on one core: {@code TrainingRate DATA-FOLDER} reads a {@link Request} a line, trains, and
 * answers with a line of JSON. Seconds run from the fresh trials to their last epoch's evaluation; those of the CPU are the
 * training thread's.
 */
final class TrainingRate {
    private final MemoryData data;
    private final MemoryEngine engine = new MemoryEngine(Kernels.best());
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private List<CurvePoint> lastPoints = List.of();
    private long lastEpochDone;
    private long lastEpochCpu;

    private TrainingRate(MemoryData data) {
        this.data = data;
    }

    public static void main(String[] arguments) throws IOException {
        TrainingRate trainer = new TrainingRate(RawData.read(Path.of(arguments[0])));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("{\"ready\": \"" + Kernels.best().description() + "\"}");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(trainer.train(new Request(line)));
        }
    }

    private String train(Request request) {
        List<CohortSpec> cohorts = request.cohorts(data.summary());
        List<CurvePoint> points = new ArrayList<>();
        double seconds = 0;
        double cpuSeconds = 0;
        long beginCompiling = Settling.compilingMillis();
        for (CohortSpec cohort : cohorts) {
            long begin = System.nanoTime();
            long beginCpu = threads.getCurrentThreadCpuTime();
            engine.train(cohort, data, (spec, epoch) -> {
                lastPoints = epoch;
                lastEpochDone = System.nanoTime();
                lastEpochCpu = threads.getCurrentThreadCpuTime();
            });
            seconds += (lastEpochDone - begin) / 1e9;
            cpuSeconds += (lastEpochCpu - beginCpu) / 1e9;
            points.addAll(lastPoints);
        }
        int epochs = points.get(0).epoch();
        long examples = data.summary().trainingRows() * epochs * points.size();
        return "{\"seconds\": " + seconds + ", \"rate\": " + examples / seconds
                + ", \"cpu_rate\": " + examples / cpuSeconds
                + ", \"compiling\": " + (Settling.compilingMillis() - beginCompiling) / 1e3
                + ", \"lanes\": "
                + cohorts.stream().map(cohort -> cohort.lanes().size()).toList()
                + ", \"train_losses\": "
                + numbers(points.stream().map(CurvePoint::trainLoss).toList())
                + ", \"test_losses\": "
                + numbers(points.stream().map(CurvePoint::testLoss).toList())
                + ", \"test_accuracies\": "
                + numbers(points.stream().map(CurvePoint::testAccuracy).toList())
                + "}";
    }

    private static String numbers(List<Double> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
