package glissade.run;

import glissade.config.Experiments;
import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.ScannedData;
import glissade.engine.MemoryEngine;
import glissade.numeric.Kernels;
import glissade.plan.Plan;
import glissade.plan.Planner;
import glissade.plan.Resources;
import glissade.plan.Trials;
import glissade.store.Column;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;

/** The table of trials of a study of {@code conf/}, trained in this process with some of its keys set otherwise. */
final class StudyResult {
    private final RunFolder folder;
    private final Table trials;

    private StudyResult(RunFolder folder) throws IOException {
        this.folder = folder;
        this.trials = folder.readParquet("trials");
    }

    static StudyResult of(Path out, String file, String... assignments) throws Exception {
        Trials trials = Trials.of(Experiments.load(Path.of("conf", file), List.of(assignments)));
        Map<DataSpec, ScannedData> data = new LinkedHashMap<>();
        trials.data().forEach(spec -> data.put(spec, DataSets.open(spec)));
        Plan plan = Planner.plan(trials, spec -> data.get(spec).summary(), new Resources(2, 1L << 30));
        RunFolder folder = RunFolder.of(
                new Configuration(),
                out.toString(),
                plan.name(),
                Integer.toHexString(List.of(assignments).hashCode()));
        Execution execution = new Execution(
                plan,
                planned -> data.get(planned.spec()).sharded(planned.shards().count()),
                folder,
                new Provenance("study", Map.of(), Map.of()));
        execution.begin();
        execution.run(() -> new MemoryEngine(Kernels.best()), 2);
        return new StudyResult(folder);
    }

    /** A number of the one trial whose swept values, in the order of the columns, read like this. */
    double real(String column, Object... swept) {
        return trials.real(row(swept), trials.column(column));
    }

    boolean diverged(Object... swept) {
        return trials.text(row(swept), trials.column(Schemas.STATUS)).equals("diverged");
    }

    /** A column of {@code curves} of that trial, epoch by epoch. */
    List<Double> curve(String column, Object... swept) throws IOException {
        Table curves = folder.readParquet("curves");
        String trial = trials.text(row(swept), trials.column(Schemas.TRIAL_ID));
        return IntStream.range(0, curves.rows())
                .filter(row -> curves.text(row, curves.column(Schemas.TRIAL_ID)).equals(trial))
                .mapToObj(row -> curves.real(row, curves.column(column)))
                .toList();
    }

    Table table(String name) throws IOException {
        return folder.readParquet(name);
    }

    /** Where the run's files are. */
    Path folder() {
        return Path.of(folder.location());
    }

    private int row(Object... swept) {
        List<String> wanted = IntStream.range(0, swept.length)
                .mapToObj(i -> String.valueOf(swept[i]))
                .toList();
        List<String> present = IntStream.range(0, trials.rows())
                .mapToObj(row -> values(row).toString())
                .toList();
        int row = present.indexOf(wanted.toString());
        if (row < 0) {
            throw new AssertionError("no trial " + wanted + " among " + present);
        }
        return row;
    }

    private List<String> values(int row) {
        return Schemas.swept(trials).stream().map(column -> value(row, column)).toList();
    }

    private String value(int row, Column column) {
        int place = trials.column(column.name());
        return switch (column.type()) {
            case STRING -> trials.text(row, place);
            case LONG -> String.valueOf(trials.whole(row, place));
            case DOUBLE -> String.valueOf(trials.real(row, place));
        };
    }
}
