package glissade.run;

import glissade.gate.BaselineChoice;
import glissade.gate.GateReport;
import glissade.gate.GateSpec;
import glissade.store.ExperimentFolder;
import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Takes old runs away, all but the last so many that have ended. Never this run, the baseline of this or of the next one, the
 * best that ever passed, or one that says it is running or that a process holds: should that be gone, it may go on where it was. The history
 * keeps its rows.
 */
final class Retention {
    /** An id that no run has. */
    private static final String NEXT = ".next";

    private final GateSpec spec;
    private final ExperimentFolder runs;
    private final String own;

    Retention(GateSpec spec, ExperimentFolder runs, String own) {
        this.spec = spec;
        this.runs = runs;
        this.own = own;
    }

    private record Ended(String id, String started) {}

    /** The runs that were taken away. */
    List<String> apply() throws IOException {
        if (spec.keep() == GateSpec.KEEP_ALL) {
            return List.of();
        }
        List<Ended> ended = new ArrayList<>();
        for (RunFolder run : runs.runs()) {
            boolean held = run.lastSign().isPresent();
            runs.status(run)
                    .filter(status -> !held && status.state() != Status.State.RUNNING)
                    .ifPresent(status -> ended.add(new Ended(run.name(), status.started())));
        }
        ended.sort(Comparator.comparing(Ended::started).thenComparing(Ended::id).reversed());
        NavigableSet<String> kept = needed();
        List<String> removed = new ArrayList<>();
        for (Ended run : ended.subList(Math.min(spec.keep(), ended.size()), ended.size())) {
            if (!kept.contains(run.id())) {
                runs.remove(run.id());
                removed.add(run.id());
            }
        }
        return removed;
    }

    private NavigableSet<String> needed() throws IOException {
        NavigableSet<String> needed = new TreeSet<>(List.of(own));
        if (spec.baseline().kind() == BaselineChoice.Kind.PINNED) {
            needed.add(spec.baseline().run());
        }
        runs.run(own)
                .json(RunFolder.GATE, GateReport.class)
                .map(GateReport::baseline)
                .ifPresent(needed::add);
        Baselines.previous(runs, NEXT).map(RunFolder::name).ifPresent(needed::add);
        Baselines.ratchet(runs, NEXT).map(RunFolder::name).ifPresent(needed::add);
        return needed;
    }
}
