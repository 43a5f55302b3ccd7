package glissade.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Split;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricRuleTest {
    @Test
    void aRuleReadsAsItIsWritten() {
        for (String text : List.of(
                "validation.accuracy >= 0.9",
                "test.loss <= 0.25",
                "test.macro_f1 of 28291d71 >= 0.8",
                "test.recall(New York) >= 0.125",
                "train.rmse <= 1.5e-7")) {
            assertEquals(text, MetricRule.of(text).orElseThrow().text());
        }
        assertEquals(
                new MetricRule(Split.TEST, "macro_f1", "", "", true, 1),
                MetricRule.of(" test.macro-f1>=1 ").orElseThrow());
    }

    @Test
    void whatIsNoRuleIsNone() {
        for (String text : List.of(
                "",
                "accuracy >= 0.9",
                "validation.accuracy > 0.9",
                "validation.accuracy = 0.9",
                "validation.acuracy >= 0.9",
                "validation.recall >= 0.9",
                "validation.loss(a) <= 1",
                "validation.loss of xyz1 <= 1",
                "validation.loss <= much",
                "validation.loss <= 1.2.3")) {
            assertEquals(Optional.empty(), MetricRule.of(text), text);
        }
    }

    @Test
    void aBoundHoldsAtItsLimitAndNeverForNothing() {
        MetricRule floor = MetricRule.of("test.accuracy >= 0.9").orElseThrow();
        MetricRule ceiling = MetricRule.of("test.loss <= 0.9").orElseThrow();
        assertTrue(floor.holds(0.9) && floor.holds(1) && !floor.holds(Math.nextDown(0.9)));
        assertTrue(ceiling.holds(0.9) && ceiling.holds(0) && !ceiling.holds(Math.nextUp(0.9)));
        assertFalse(floor.holds(Double.NaN) || ceiling.holds(Double.NaN));
    }
}
