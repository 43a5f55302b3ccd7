package glissade.app;

import glissade.run.Reason;
import glissade.store.ExperimentFolder;
import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;

/** The runs under an output folder, as their status files tell of them. */
final class Runs {
    private Runs() {}

    /** A run, where it stands, and the last sign of life of the process that runs it. */
    record Run(String experiment, RunFolder folder, Status status, Optional<Instant> lastSign) {}

    /**
     * Those of one experiment, or of all where it is null; the latest first. A run whose status is damaged is told of, and is not
     * among them.
     */
    static List<Run> latestFirst(
            Configuration configuration, String out, String experiment, Consumer<String> troubles) {
        try {
            List<ExperimentFolder> experiments = experiment == null
                    ? ExperimentFolder.all(configuration, out)
                    : List.of(ExperimentFolder.of(configuration, out, experiment));
            List<Run> runs = new ArrayList<>();
            for (ExperimentFolder quiet : experiments) {
                ExperimentFolder each = quiet.telling(troubles);
                for (RunFolder folder : each.runs()) {
                    Optional<Instant> lastSign = folder.lastSign();
                    each.status(folder).ifPresent(status -> runs.add(new Run(each.name(), folder, status, lastSign)));
                }
            }
            Comparator<Run> byTime = Comparator.comparing(
                            (Run run) -> run.status().started())
                    .thenComparing(run -> run.folder().location());
            runs.sort(byTime.reversed());
            return runs;
        } catch (IOException e) {
            throw new BadInput("the runs in " + out + " cannot be listed (" + Reason.of(e) + ")");
        }
    }

    /** Of a run that must be there. */
    static Status status(RunFolder folder) throws IOException {
        return folder.status()
                .orElseThrow(() -> new BadInput(folder.location() + " is no run: it holds no " + RunFolder.STATUS
                        + "; `glissade runs` lists those there are"));
    }
}
