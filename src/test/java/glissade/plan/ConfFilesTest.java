package glissade.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfFilesTest {
    private static final Path FOLDER = Path.of("conf");

    /** Studies of what one is warned of. */
    private static final Map<String, List<String>> WARNED = Map.of(
            "minibatch-perceptron",
            List.of("model.init = zeros makes all units of a hidden layer learn the same"),
            "relu-network",
            List.of("selected on training rows, as asked: the winner may have learnt them by heart"),
            "rows",
            List.of("selected on test, as asked: the winner's test numbers flatter it"),
            "mnist-softmax",
            List.of("selected on test, as asked: the winner's test numbers flatter it"),
            "circles-grid-small-start",
            List.of("selected on test, as asked: the winner's test numbers flatter it"),
            "circles-grid",
            List.of("selected on test, as asked: the winner's test numbers flatter it"));

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsNamedAsItsExperimentAndWarnsOnlyOfWhatItStudies(Path file) {
        Plan plan = Samples.plan(file);
        assertEquals(file.getFileName().toString(), plan.name() + ".conf");
        assertEquals(WARNED.getOrDefault(plan.name(), List.of()), plan.notes());
    }

    @Test
    void theQuickstartFusesAllItsTrials() {
        Plan plan = Samples.plan(FOLDER.resolve("quickstart.conf"));
        assertEquals(64, plan.trials().all().size());
        assertEquals(
                List.of(16, 16, 16, 16),
                plan.cohorts().stream().map(cohort -> cohort.trials().size()).toList());
        assertEquals("validation.accuracy", plan.selection().name());
    }

    @Test
    void circlesAreThirtyTrialsOf150Epochs() {
        Plan plan = Samples.plan(FOLDER.resolve("circles.conf"));
        assertEquals(30, plan.trials().all().size());
        plan.cohorts().forEach(cohort -> assertEquals(150, cohort.epochs()));
    }

    @Test
    void deepGradientsRecordOneToEightHiddenLayers() {
        Plan plan = Samples.plan(FOLDER.resolve("deep-gradients.conf"));
        assertEquals(24, plan.trials().all().size());
        plan.trials()
                .all()
                .forEach(trial -> assertEquals(true, trial.evaluation().layers()));
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7, 8),
                plan.trials().all().stream()
                        .map(trial -> trial.model().hidden().size())
                        .distinct()
                        .toList());
    }

    @Test
    void mnistHoldsTheClassicTrialWithAndWithoutDecay() {
        Plan plan = Samples.plan(FOLDER.resolve("mnist-softmax.conf"));
        assertEquals(
                List.of("constant", "plateau"),
                plan.trials().all().stream()
                        .filter(trial -> trial.training().learningRate() == 0.005
                                && trial.training().batchSize().count() == 10)
                        .map(trial -> trial.swept().get("training.schedule.type"))
                        .toList());
        assertEquals(4, plan.trials().all().size());
        assertEquals(255, plan.data().get(0).spec().scale());
    }
}
