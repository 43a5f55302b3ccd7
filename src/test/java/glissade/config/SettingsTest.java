package glissade.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static String identity(String text) {
        TypedHash hash = new TypedHash("test");
        TextSource.load(text).at(Map.of()).writeIdentity(hash);
        return hash.hex(16);
    }

    @Test
    void everyIdentityKeyDecidesIdentityAndNoOtherDoes() {
        for (KeyCase each : KeyCase.all()) {
            boolean identity = Keys.find(each.path()).orElseThrow().identity();
            String with = identity(each.base() + each.path() + " = " + each.text());
            if (identity && !Objects.equals(each.value(), each.standard())) {
                assertNotEquals(identity(each.base()), with, each.path());
            } else {
                assertEquals(identity(each.base()), with, each.path());
            }
        }
    }

    @Test
    void writingADefaultOutChangesNothing() {
        for (KeyCase each : KeyCase.all()) {
            Key<?> key = Keys.find(each.path()).orElseThrow();
            if (each.standard() != null && key.identity() && !key.standard().isRequired()) {
                String written = shownDefault(key, TextSource.load(each.base()).at(Map.of()));
                assertEquals(identity(each.base()), identity(each.base() + each.path() + " = " + written), each.path());
            }
        }
    }

    private static <T> String shownDefault(Key<T> key, Settings settings) {
        String shown = key.type().show(settings.get(key));
        return key.type().textual() ? "\"" + shown + "\"" : shown;
    }

    @Test
    void spellingAndOrderChangeNothing() {
        String id = identity("data.source = digits\ntraining { learning-rate = 0.01, epochs = 3 }");
        assertEquals(id, identity("training.epochs = 3, data { source = digits }, training.learning-rate = 1e-2"));
        assertEquals(id, identity("{\"training.epochs\": 3, \"data\": {\"source\": \"digits\"}}"));
        assertNotEquals(id, identity("data.source = digits, training.epochs = 4"));
    }

    @Test
    void wholeNumbersAndFractionsOfARateAreTheSameNumber() {
        assertEquals(
                identity("data.source = digits, training.learning-rate = 1"),
                identity("data.source = digits, training.learning-rate = 1.0"));
        assertEquals(
                identity("data.source = circles, data.noise = 0"),
                identity("data.source = circles, data.noise = -0.0"));
    }
}
