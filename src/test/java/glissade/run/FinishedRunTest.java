package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.engine.MemoryEngine;
import glissade.gate.MetricRule;
import glissade.gate.RunFacts;
import glissade.numeric.Kernels;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedRunTest {
    @TempDir
    Path out;

    private FinishedRun run(String... assignments) throws Exception {
        PlannedStudy study = new PlannedStudy(out, assignments);
        RunFolder folder = study.folder("7");
        study.execution(folder).run(() -> new MemoryEngine(Kernels.best()), 2);
        return new FinishedRun(folder);
    }

    private static double value(FinishedRun run, String subject) {
        return run.measurements()
                .of(MetricRule.of(subject + " >= 0").orElseThrow())
                .value();
    }

    private static String lacking(FinishedRun run, String subject) {
        return run.measurements()
                .of(MetricRule.of(subject + " >= 0").orElseThrow())
                .lacking();
    }

    @Test
    void theBestTrialIsTheFirstOfTheRanking() throws Exception {
        FinishedRun run = run("output.details=1");
        Table trials = run.trials();
        List<Integer> ranked = Ranking.rows(trials, run.selection());
        double best = trials.real(ranked.get(0), trials.column("best_validation_accuracy"));
        assertEquals(
                new RunFacts(
                        "7", run.selection(), best, 0, 6, 2, 0, run.manifest().elapsed()),
                run.facts());
        assertEquals(best, value(run, "validation.accuracy"));
        assertEquals(trials.real(ranked.get(0), trials.column("best_test_loss")), value(run, "test.loss"));
        int second = ranked.get(1);
        String id = trials.text(second, trials.column(Schemas.TRIAL_ID));
        assertEquals(
                trials.real(second, trials.column("best_validation_loss")), value(run, "validation.loss of " + id));
        assertTrue(value(run, "test.macro_f1") > 0);
        assertTrue(
                value(run, "validation.recall(" + run.data().get(0).classNames().get(1) + ")") >= 0);
        assertTrue(lacking(run, "test.macro_f1 of " + id).contains("output.details says of how many trials"));
        assertEquals("no trial begins with 0000", lacking(run, "test.loss of 0000"));
    }

    @Test
    void theBestConfigurationIsTheMeanOfItsReplicatesAndTheirNoise() throws Exception {
        FinishedRun run = run("sweep.replicates=3", "sweep.replicate-order=own");
        Table configurations = run.folder().readParquet("configurations");
        double mean = configurations.real(0, configurations.column(Schemas.MEAN));
        double high = configurations.real(0, configurations.column(Schemas.HIGH));
        assertEquals(mean, run.facts().best());
        assertEquals(high - mean, run.facts().noise());
        String id = configurations.text(0, configurations.column(Schemas.CONFIGURATION));
        assertEquals(id, run.best().orElseThrow());
        Table trials = run.trials();
        double losses = IntStream.range(0, trials.rows())
                .filter(row ->
                        trials.text(row, trials.column(Schemas.CONFIGURATION)).equals(id))
                .mapToDouble(row -> trials.real(row, trials.column("best_test_loss")))
                .average()
                .orElseThrow();
        assertEquals(losses, value(run, "test.loss"));
        assertTrue(value(run, "test.auc") >= 0);
    }

    @Test
    void aRunBesideItselfIsTheSame() throws Exception {
        FinishedRun run = run();
        RunComparison comparison = RunComparison.of(run, run, key -> true);
        assertEquals("same", comparison.outcome());
        assertTrue(comparison.sameDigest());
        assertEquals(new RunComparison.Trials(6, 0, 0, 0), comparison.trials());
        assertEquals(List.of(), comparison.changes());
        assertEquals(6, comparison.metrics().size());
    }
}
