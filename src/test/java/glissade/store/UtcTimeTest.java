package glissade.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class UtcTimeTest {
    /** Text of another width, as of a whole second or one without its thousandths, would be in another order. */
    @Test
    void theOrderOfTheTextIsThatOfTime() {
        Instant whole = Instant.parse("2026-11-20T02:00:03Z");
        String before = UtcTime.of(whole.minusMillis(1));
        assertEquals("2026-11-20T02:00:02.999Z", before);
        assertEquals("2026-11-20T02:00:03.000Z", UtcTime.of(whole));
        assertEquals("2026-11-20T02:00:03.070Z", UtcTime.of(whole.plusMillis(70)));
        assertTrue(before.compareTo(UtcTime.of(whole)) < 0);
        assertTrue(UtcTime.of(whole).compareTo(UtcTime.of(whole.plusMillis(70))) < 0);
    }

    @Test
    void nowIsNow() {
        Duration age = Duration.between(Instant.parse(UtcTime.now()), Instant.now());
        assertTrue(!age.isNegative() && age.toSeconds() < 60, age::toString);
    }

    /** Runs of older versions told no more than the second. */
    @Test
    void aReaderIsToldTheSecond() {
        assertEquals("2026-11-20T02:00:03Z", UtcTime.toSeconds("2026-11-20T02:00:03.070Z"));
        assertEquals("2026-11-20T02:00:03Z", UtcTime.toSeconds("2026-11-20T02:00:03Z"));
    }
}
