package glissade.app;

import glissade.gate.Change;
import glissade.gate.Finding;
import glissade.gate.GateReport;
import java.util.ArrayList;
import java.util.List;

/** What the gate found, for reading. */
final class GateText {
    private final GateReport report;

    GateText(GateReport report) {
        this.report = report;
    }

    /** In one line: whether it is open, and against which run. */
    String verdict() {
        long broken =
                report.findings().stream().filter(finding -> !finding.passed()).count();
        int all = report.findings().size();
        String rules = Wording.number(all, "rule");
        String verdict = report.soFar()
                ? "not judged before the run is complete; so far " + (all - broken) + " of " + rules + " kept"
                : report.passed() ? "open, " + rules + " kept" : "CLOSED, " + broken + " of " + rules + " broken";
        return verdict + (report.baseline() == null ? "; no baseline" : "; baseline " + report.baseline());
    }

    /** Every rule that was broken, and why; nothing where none was. */
    List<String> broken() {
        return report.reasons();
    }

    /** Every rule that was kept. */
    List<String> kept() {
        return report.findings().stream()
                .filter(Finding::passed)
                .map(finding -> finding.text() + " (" + finding.rule() + ")")
                .toList();
    }

    /** What is different from the baseline, the kinds in the first line; nothing where there is nothing to say. */
    List<String> changes() {
        List<String> lines = new ArrayList<>();
        if (!report.whatChanged().isEmpty()) {
            lines.add(report.whatChanged());
            report.changes().forEach(change -> lines.add(line(change)));
        }
        return lines;
    }

    static String line(Change change) {
        return "  " + change.kind().text() + ": " + change.text();
    }
}
