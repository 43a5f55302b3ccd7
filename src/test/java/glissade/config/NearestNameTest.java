package glissade.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static String path(String wrong) {
        return NearestName.ofPaths(wrong, Keys.ALL.stream().map(Key::path).toList())
                .orElse("");
    }

    @Test
    void slipsOfTheFingerAreFound() {
        assertEquals("training.epochs", path("trainign.epochs"));
        assertEquals("training.epochs", path("training.epoch"));
        assertEquals("training.batch-size", path("training.batch_size"));
        assertEquals("training.batch-size", path("Training.BatchSize"));
        assertEquals("output.epoch", path("output.epochs"));
        assertEquals("data.test-rows", path("data.testrows"));
    }

    @Test
    void theRightNameInTheWrongSectionIsFound() {
        assertEquals("training.learning-rate", path("learning-rate"));
        assertEquals("model.hidden", path("hidden"));
        assertEquals("training.optimizer.type", path("optimizer.type"));
        assertEquals("training.optimizer.mu", path("mu"));
        assertEquals("data.seed", path("data.sed"));
    }

    @Test
    void initialsAndSingleWordsAreFound() {
        assertEquals("training.batch-size", path("training.bs"));
        assertEquals("training.learning-rate", path("training.rate"));
    }

    @Test
    void nothingIsSuggestedForWhatResemblesNothing() {
        assertEquals("", path("training.dropout"));
        assertEquals("", path("x"));
        assertEquals(Optional.empty(), NearestName.ofNames("nope.conf", List.of("bad.conf")));
        assertEquals(Optional.of("tanh"), NearestName.ofNames("tahn", List.of("relu", "tanh")));
    }
}
