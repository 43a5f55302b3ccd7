package glissade.gate;

import java.util.List;
import java.util.Map;

/**
 * What the gate found, as {@code gate.json} says it.
 *
 * @param passed whether every rule was kept, of a run that was trained to its end
 * @param soFar whether the run has ended before its time, so that this is what the rules make of it, and no judgement
 * @param baseline the run that this one was held against; null where there is none
 * @param baselineBest the selected number of that run; null where there is none
 * @param drop by how much this run's is worse, negative where it is better; null where that is not known
 * @param findings what became of each rule
 * @param changes since the baseline
 * @param sameDigest whether the baseline has the same digest; null where there is no baseline, or nothing was trained
 * @param rows to train on, of all data sets
 * @param rules every key of the gate, with its value: other rules are another gate
 */
public record GateReport(
        boolean passed,
        boolean soFar,
        String baseline,
        Double baselineBest,
        Double drop,
        List<Finding> findings,
        List<Change> changes,
        Boolean sameDigest,
        long rows,
        Map<String, Object> rules) {
    public GateReport {
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
    }

    /** Why it is closed; nothing where it is open. */
    public List<String> reasons() {
        return findings.stream()
                .filter(finding -> !finding.passed())
                .map(finding -> finding.text() + " (" + finding.rule() + ")")
                .toList();
    }

    /**
     * Where another digest comes from; empty where there is nothing to say. That nothing is different but the digest cannot
     * be, as equal config on equal data gives the same bits.
     */
    public String whatChanged() {
        if (baseline == null || sameDigest == null) {
            return "";
        }
        if (sameDigest) {
            return "nothing: the digest is that of " + baseline;
        }
        return changes.isEmpty()
                ? "neither data, config, code nor runtime, and yet the digest: please report this"
                : Change.kinds(changes) + " since " + baseline;
    }
}
