package glissade.run;

import static org.junit.jupiter.api.Assertions.assertFalse;

import glissade.data.DataSpec;
import glissade.data.DataSummary;
import glissade.data.SourceKind;
import glissade.engine.Selection;
import glissade.gate.BaselineChoice;
import glissade.gate.DataGate;
import glissade.gate.GateReport;
import glissade.gate.GateSpec;
import glissade.store.ExperimentFolder;
import glissade.store.RunFolder;
import glissade.store.RunLock;
import glissade.store.RunProcess;
import glissade.store.Schemas;
import glissade.store.Status;
import glissade.store.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** Runs that trained nothing: their tables were written down, and everything that follows from tables is real. */
final class Nights {
    static final Selection RANKED_BY = Selection.named("validation.accuracy", true);

    final ExperimentFolder runs;
    private final GateSpec gate;

    Nights(Path out, GateSpec gate) throws IOException {
        this.runs = ExperimentFolder.of(new Configuration(), out.toString(), "plums");
        this.gate = gate;
    }

    static GateSpec gate(BaselineChoice baseline, Double drop, Double leastRows, int keep) {
        DataGate data = new DataGate(leastRows, null, 0, null, 1, false, false);
        return new GateSpec(true, List.of(), baseline, drop, 1, null, data, keep, new TreeMap<>());
    }

    /**
     * What a night found.
     *
     * @param number from 1
     * @param data what its rows are, in a word
     */
    record Night(int number, long rows, String data, double accuracy, String code) {
        String id() {
            return String.format(Locale.ROOT, "night-%02d", number);
        }

        /** Equal code on equal data gives equal bits. */
        String digest() {
            return Integer.toHexString((data + code + accuracy).hashCode()).repeat(8);
        }
    }

    /** As a run does it: its data is asked about, its tables are written and judged, its books are closed; the exit code. */
    int pass(Night night) throws IOException {
        RunFolder folder = runs.run(night.id());
        try (RunLock lock = folder.lock()) {
            assertFalse(lock.isLost());
            folder.writeStatus(ended(night, folder));
        }
        new Books(gate, runs, folder).close();
        return folder.status().orElseThrow().exitCode();
    }

    private Status ended(Night night, RunFolder folder) throws IOException {
        Status running = begin(night, RunProcess.here());
        Gatekeeper gatekeeper = new Gatekeeper(gate, runs, folder, key -> true);
        Optional<GateReport> refusal = gatekeeper.refuses(List.of(summary(night)));
        if (refusal.isPresent()) {
            return running.gateFailed(ExitCode.GATE_FAILED, null, refusal.get().reasons());
        }
        writeResults(night, folder);
        List<String> reasons = gatekeeper.judge().map(GateReport::reasons).orElseThrow();
        return reasons.isEmpty()
                ? running.succeeded(night.digest())
                : running.gateFailed(ExitCode.GATE_FAILED, night.digest(), reasons);
    }

    /** Says that a process runs it. */
    Status begin(Night night, RunProcess process) throws IOException {
        Status running = new Status(
                Status.State.RUNNING,
                "training",
                null,
                String.format(Locale.ROOT, "2026-11-%02dT02:30:00Z", night.number()),
                null,
                null,
                null,
                null,
                null,
                "submit/glissade run plums.conf",
                List.of(),
                List.of(),
                process);
        runs.run(night.id()).writeStatus(running);
        return running;
    }

    private static DataSummary summary(Night night) {
        return new DataSummary(
                night.rows(),
                10,
                0,
                2,
                2,
                List.of("a", "b"),
                List.of(night.rows() / 2, night.rows() - night.rows() / 2),
                Double.NaN,
                false,
                2 * night.rows(),
                night.data(),
                List.of(),
                List.of());
    }

    private static void writeResults(Night night, RunFolder folder) throws IOException {
        Table trials = Schemas.trials(List.of());
        for (int trial = 0; trial < 3; trial++) {
            Double[] metrics = {0.5, 0.8, 0.5, night.accuracy() - 0.1 * trial, null, null};
            Object[] row = new Object[trials.columns().size()];
            System.arraycopy(new Object[] {"trial" + trial, "completed", null, 5, 4}, 0, row, 0, 5);
            System.arraycopy(metrics, 0, row, 5, metrics.length);
            System.arraycopy(metrics, 0, row, 5 + metrics.length, metrics.length);
            row[row.length - 3] = night.data();
            trials.add(Arrays.asList(row));
        }
        folder.writeParquet(trials);
        DataSpec spec = new DataSpec("circles", null, SourceKind.CIRCLES.standard(), 42, 0.1, 1);
        folder.writeManifest(new Manifest(
                "plums",
                new Provenance("identity", Map.of("seed", 42), Map.of("glissade", "1", "code", night.code())),
                3,
                0,
                0,
                1,
                "in-task",
                null,
                RANKED_BY,
                List.of(new Manifest.Source(spec, 1, summary(night))),
                night.digest(),
                500,
                600,
                1_000,
                List.of(),
                0));
    }
}
