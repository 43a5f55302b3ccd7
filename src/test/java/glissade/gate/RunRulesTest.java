package glissade.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.engine.Selection;
import glissade.gate.Measurements.Measured;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunRulesTest {
    private static final Selection ACCURACY = Selection.named("validation.accuracy", true);
    private static final Selection LOSS = Selection.named("validation.loss", true);
    private static final Measurements NOTHING = rule -> Measured.nothing("nobody looked");

    private static GateSpec gate(List<MetricRule> require, Double drop, double diverged, Double minutes) {
        return new GateSpec(
                true, require, BaselineChoice.PREVIOUS, drop, diverged, minutes, DataGate.OPEN, 0, new TreeMap<>());
    }

    private static RunFacts run(String id, Selection selection, double best, double noise) {
        return new RunFacts(id, selection, best, noise, 8, 1, 1, 90);
    }

    private static Finding only(List<Finding> findings) {
        assertEquals(1, findings.size(), findings.toString());
        return findings.get(0);
    }

    private static Finding drop(double limit, RunFacts now, RunFacts before) {
        return only(RunRules.findings(gate(List.of(), limit, 1, null), now, Optional.ofNullable(before), NOTHING));
    }

    @Test
    void noRuleIsGivenUnlessItIsAskedFor() {
        RunFacts awful = new RunFacts("x", ACCURACY, Double.NaN, 0, 8, 8, 0, 1e9);
        assertEquals(
                List.of(), RunRules.findings(GateSpec.NONE, awful, Optional.of(run("b", ACCURACY, 1, 0)), NOTHING));
    }

    @Test
    void aDropIsOfTheNumberThatRanksWhicheverWayThatIsWorse() {
        assertTrue(drop(0.01, run("n", ACCURACY, 0.89, 0), run("b", ACCURACY, 0.90, 0))
                .passed());
        assertFalse(drop(0.01, run("n", ACCURACY, 0.8899, 0), run("b", ACCURACY, 0.90, 0))
                .passed());
        assertTrue(drop(0.01, run("n", ACCURACY, 1, 0), run("b", ACCURACY, 0.90, 0))
                .passed());
        assertTrue(drop(0.01, run("n", LOSS, 0.51, 0), run("b", LOSS, 0.5, 0)).passed());
        assertFalse(drop(0.01, run("n", LOSS, 0.52, 0), run("b", LOSS, 0.5, 0)).passed());
        assertEquals(
                new Finding(
                        "gate.drop", false, "validation.loss went from 0.5 (b) to 0.52, 0.02 worse; allowed are 0.01"),
                drop(0.01, run("n", LOSS, 0.52, 0), run("b", LOSS, 0.5, 0)));
    }

    @Test
    void theNoiseOfReplicatesIsAllowedBesides() {
        RunFacts baseline = run("b", ACCURACY, 0.90, 0.03);
        assertTrue(drop(0.01, run("n", ACCURACY, 0.84, 0.04), baseline).passed(), "0.01 + hypot(0.03, 0.04)");
        Finding beyond = drop(0.01, run("n", ACCURACY, 0.8399, 0.04), baseline);
        assertFalse(beyond.passed());
        assertTrue(beyond.text().endsWith("allowed are 0.01, and 0.05 may be chance"), beyond.text());
    }

    @Test
    void withoutABaselineThereIsNoDropAndWithoutANumberThereIsOne() {
        assertTrue(drop(0, run("n", ACCURACY, 0.1, 0), null).passed());
        assertFalse(drop(1, run("n", ACCURACY, Double.NaN, 0), run("b", ACCURACY, 0.9, 0))
                .passed());
        Finding other = drop(1, run("n", ACCURACY, 0.9, 0), run("b", LOSS, 0.9, 0));
        assertFalse(other.passed());
        assertTrue(other.text().contains("the baseline b is ranked by validation.loss"), other.text());
    }

    @Test
    void trialsThatDivergedOrFailedAreCountedTogether() {
        RunFacts two = run("n", ACCURACY, 0.9, 0);
        assertTrue(only(RunRules.findings(gate(List.of(), null, 0.25, null), two, Optional.empty(), NOTHING))
                .passed());
        assertEquals(
                new Finding("gate.diverged", false, "2 of 8 trials diverged or failed (25 %), expected at most 24 %"),
                only(RunRules.findings(gate(List.of(), null, 0.24, null), two, Optional.empty(), NOTHING)));
    }

    @Test
    void timeIsOnTheWall() {
        RunFacts run = run("n", ACCURACY, 0.9, 0);
        assertTrue(only(RunRules.findings(gate(List.of(), null, 1, 1.5), run, Optional.empty(), NOTHING))
                .passed());
        assertEquals(
                new Finding("gate.minutes", false, "the run took 1.5 minutes, expected at most 1.4"),
                only(RunRules.findings(gate(List.of(), null, 1, 1.4), run, Optional.empty(), NOTHING)));
    }

    @Test
    void aBoundOnWhatWasNotMeasuredIsBroken() {
        GateSpec gate = gate(List.of(MetricRule.of("test.auc >= 0").orElseThrow()), null, 1, null);
        RunFacts run = run("n", ACCURACY, 0.9, 0);
        assertEquals(
                new Finding("gate.require", false, "test.auc is not known (nobody looked), expected at least 0"),
                only(RunRules.findings(gate, run, Optional.empty(), NOTHING)));
        assertEquals(
                new Finding("gate.require", true, "test.auc is 0.5, expected at least 0"),
                only(RunRules.findings(gate, run, Optional.empty(), rule -> Measured.of(0.5))));
    }
}
