package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.config.Experiments;
import glissade.config.TextSource;
import glissade.config.TrialConfig;
import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.DataSummary;
import glissade.run.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code glissade data} writes is, read as it says, what was generated. */
class RoundTripTest {
    @TempDir
    private Path folder;

    private static Stream<Arguments> all() {
        List<List<String>> sources = List.of(
                List.of("circles"),
                List.of("moons", "data.seed=7"),
                List.of("blobs", "data.classes=12", "data.features=3", "data.scale=0.3"),
                List.of("digits"),
                List.of("linear"),
                List.of("logistic", "data.sampling=gaussian"),
                List.of("dummy", "data.features=200"));
        return sources.stream().flatMap(source -> Stream.of("csv", "parquet", "libsvm")
                .map(format -> Arguments.of(source.get(0), format, source.subList(1, source.size()))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void filesHoldWhatWasGenerated(String name, String format, List<String> settings) {
        List<String> assignments = new ArrayList<>(settings);
        assignments.addAll(List.of("data.rows=600", "data.test-rows=90"));
        DataSummary generated =
                DataSets.open(Experiments.data(name, assignments)).summary();
        DataSummary read =
                DataSets.open(spec(written(name, format, assignments))).summary();
        assertEquals(generated.fingerprint(), read.fingerprint());
        assertEquals(generated.features(), read.features());
        assertEquals(generated.classes(), read.classes());
    }

    /** The section that the command recommends. */
    private String written(String name, String format, List<String> assignments) {
        List<String> arguments = new ArrayList<>(List.of("data", name, "--format", format, "--out", folder.toString()));
        assignments.forEach(assignment -> arguments.addAll(List.of("--set", assignment)));
        StringWriter screen = new StringWriter();
        StringWriter errors = new StringWriter();
        int code = Main.execute(
                new PrintWriter(screen, true), new PrintWriter(errors, true), arguments.toArray(String[]::new));
        assertEquals(ExitCode.DONE, code, errors.toString());
        return screen.toString().substring(screen.toString().indexOf("data {"));
    }

    private static DataSpec spec(String config) {
        return TrialConfig.of(TextSource.load(config).settings()).data();
    }
}
