package glissade.gate;

import glissade.gate.Measurements.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a run that has been trained against the rules on its numbers. What was not measured keeps no rule. */
public final class RunRules {
    /** Nobody calls 0.90 to 0.89 more than a hundredth, though its bits are. */
    private static final double NOTHING = 1e-9;

    private static final double SECONDS_A_MINUTE = 60;

    private final GateSpec spec;
    private final List<Finding> findings = new ArrayList<>();

    private RunRules(GateSpec spec) {
        this.spec = spec;
    }

    /** What became of every rule that was given; the baseline is empty where there is none. */
    public static List<Finding> findings(
            GateSpec spec, RunFacts now, Optional<RunFacts> before, Measurements measurements) {
        RunRules rules = new RunRules(spec);
        spec.require().forEach(rule -> rules.require(rule, measurements.of(rule)));
        if (spec.drop() != null) {
            rules.drop(now, before);
        }
        if (spec.diverged() < GateSpec.DEFAULT_DIVERGED) {
            rules.diverged(now);
        }
        if (spec.minutes() != null) {
            rules.minutes(now);
        }
        return rules.findings;
    }

    private void require(MetricRule rule, Measured measured) {
        boolean holds = rule.holds(measured.value());
        String sentence = measured.lacking().isEmpty()
                ? rule.subject() + " is " + Figure.of(measured.value(), rule.limit())
                : rule.subject() + " is not known (" + measured.lacking() + ")";
        String expected =
                (rule.floor() ? "at least " : "at most ") + rule.text().replaceFirst("^.*[<>]= ", "");
        findings.add(new Finding("gate.require", holds, sentence + ", expected " + expected));
    }

    private void drop(RunFacts now, Optional<RunFacts> before) {
        String name = now.selection().name();
        if (before.isEmpty()) {
            findings.add(new Finding("gate.drop", true, name + " has no baseline yet"));
            return;
        }
        RunFacts baseline = before.get();
        double drop = now.dropFrom(baseline);
        double noise = now.noiseBeside(baseline);
        boolean passed = drop <= spec.drop() + noise + NOTHING;
        String allowed = Figure.of(spec.drop()) + (noise > 0 ? ", and " + Figure.of(noise) + " may be chance" : "");
        String found = !now.selection().name().equals(baseline.selection().name())
                ? "the baseline " + baseline.run() + " is ranked by "
                        + baseline.selection().name() + ", so " + name + " has nothing to be held against"
                : name + " went from " + Figure.of(baseline.best()) + " (" + baseline.run() + ") to "
                        + Figure.of(now.best(), baseline.best()) + ", "
                        + (Double.isNaN(drop)
                                ? "which is no number"
                                : Figure.of(Math.abs(drop)) + (drop > 0 ? " worse" : " better"));
        findings.add(new Finding("gate.drop", passed, found + "; allowed are " + allowed));
    }

    private void diverged(RunFacts now) {
        int lost = now.diverged() + now.failed();
        double share = (double) lost / now.trials();
        findings.add(new Finding(
                "gate.diverged",
                share <= spec.diverged(),
                lost + " of " + now.trials() + " trials diverged or failed (" + Figure.share(share)
                        + "), expected at most " + Figure.share(spec.diverged())));
    }

    private void minutes(RunFacts now) {
        double minutes = now.seconds() / SECONDS_A_MINUTE;
        findings.add(new Finding(
                "gate.minutes",
                minutes <= spec.minutes(),
                "the run took " + Figure.of(minutes, spec.minutes()) + " minutes, expected at most "
                        + Figure.of(spec.minutes())));
    }
}
