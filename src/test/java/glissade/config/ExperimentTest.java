package glissade.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    @Test
    void typedValuesAreDefaultsGivenOnesAndAxes() {
        SortedMap<String, Object> typed = TextSource.load("""
                        data.source = digits
                        training { epochs = 3, batch-size = all }
                        sweep.grid.training.learning-rate = [1, 0.5]
                        """).typed();
        assertEquals("test", typed.get("name"));
        assertEquals(3L, typed.get("training.epochs"));
        assertEquals("all", typed.get("training.batch-size"));
        assertEquals(0.0, typed.get("data.validation"));
        assertEquals(10_000L, typed.get("data.rows"));
        assertEquals(Map.of("training.learning-rate", List.of(1.0, 0.5)), typed.get("sweep.grid"));
        assertFalse(typed.containsKey("training.learning-rate"), "the axis stands for the key");
        assertFalse(typed.containsKey("model.hidden"), "means nothing for softmax");
    }

    @Test
    void aKeyThatOnlyAnAxisGivesMeaningIsThere() {
        SortedMap<String, Object> typed = TextSource.load("""
                        sweep.grid { data.source = [digits, circles], model.type = [softmax, mlp] }
                        model.hidden = [3]
                        """).typed();
        assertEquals("[3]", typed.get("model.hidden"));
        assertEquals(
                Map.of("data.source", List.of("digits", "circles"), "model.type", List.of("softmax", "mlp")),
                typed.get("sweep.grid"));
    }
}
