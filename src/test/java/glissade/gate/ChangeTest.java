package glissade.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.data.DataSummary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final Map<String, Object> CONFIG = Map.of("training.epochs", 10, "model.type", "softmax");
    private static final Map<String, String> VERSIONS =
            Map.of("glissade", "1", "code", "ab", "java", "17.0.1", "spark", "4.1.0");

    private static DataSummary data(long rows, String fingerprint) {
        return new DataSummary(
                rows, 0, 0, 2, 0, List.of(), List.of(), 1, false, rows, fingerprint, List.of(), List.of());
    }

    private static Origin origin(DataSummary data, Map<String, ?> config, Map<String, String> versions) {
        return new Origin(List.of(data), config, versions);
    }

    private static final Origin BEFORE = origin(data(100, "f"), CONFIG, VERSIONS);

    private static List<String> changes(Origin now) {
        return Change.between(now, BEFORE).stream()
                .map(change -> change.kind().text() + ": " + change.text())
                .toList();
    }

    @Test
    void equalOriginsHaveNothingChanged() {
        assertEquals(List.of(), changes(BEFORE));
        assertEquals("", Change.kinds(Change.between(BEFORE, BEFORE)));
    }

    @Test
    void whatChangedIsNamedByItsKind() {
        assertEquals(List.of("data: 100 -> 110 training rows"), changes(origin(data(110, "g"), CONFIG, VERSIONS)));
        assertEquals(List.of("data: other values in as many rows"), changes(origin(data(100, "g"), CONFIG, VERSIONS)));
        assertEquals(
                List.of("config: training.epochs 10 -> 12"),
                changes(origin(data(100, "f"), Map.of("training.epochs", 12, "model.type", "softmax"), VERSIONS)));
        assertEquals(
                List.of("config: model.type softmax -> null"),
                changes(origin(data(100, "f"), Map.of("training.epochs", 10), VERSIONS)));
        assertEquals(
                List.of("code: code ab -> cd", "runtime: java 17.0.1 -> 25"),
                changes(origin(
                        data(100, "f"),
                        CONFIG,
                        Map.of("glissade", "1", "code", "cd", "java", "25", "spark", "4.1.0"))));
    }

    @Test
    void aVersionThatOneOfThemDoesNotTellIsNoChange() {
        assertEquals(List.of(), changes(origin(data(100, "f"), CONFIG, Map.of("glissade", "1"))));
    }
}
