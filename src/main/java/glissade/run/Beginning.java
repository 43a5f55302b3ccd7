package glissade.run;

import glissade.plan.Plan;
import glissade.store.CheckpointFolder;
import glissade.store.Column;
import glissade.store.Damaged;
import glissade.store.RunFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a run was begun with, kept beside its checkpoints, so that it is continued with nothing else.
 *
 * @param identity see {@link Provenance}
 * @param config every key that means something, with its typed value
 * @param data in the order of the plan
 * @param continued how often it was gone on with
 * @param manifest what is known of the run before anything is trained
 * @param replicates of each of its configurations
 * @param columns of its table {@code trials}, between id and status
 * @param cells what each trial has there
 */
public record Beginning(
        String identity,
        Map<String, Object> config,
        List<Content> data,
        int continued,
        Manifest manifest,
        int replicates,
        List<Column> columns,
        Map<String, List<Object>> cells) {
    /** The name of its file. */
    static final String FILE = "beginning";

    /** A data set by its path, or the kind of its source, and what was in it. */
    public record Content(String name, String fingerprint) {}

    static Beginning of(Plan plan, Provenance provenance, int continued) {
        List<Content> data = plan.data().stream()
                .map(each -> new Content(
                        each.spec().path() == null
                                ? each.spec().source()
                                : each.spec().path(),
                        each.summary().fingerprint()))
                .toList();
        return new Beginning(
                provenance.identity(),
                provenance.config(),
                data,
                continued,
                Manifest.of(plan, provenance),
                plan.trials().replicates(),
                Results.columns(plan.trials()),
                Results.cells(plan.trials()));
    }

    /** What the run in a folder was begun with; null if none is under way there, or if that is damaged. */
    public static Beginning of(RunFolder folder, Consumer<String> troubles) throws IOException {
        try {
            return folder.checkpoints().json(FILE, Beginning.class);
        } catch (Damaged e) {
            troubles.accept(e.getMessage() + "; it is not known with what this run was begun");
            return null;
        }
    }

    /** Notes down with what a run begins, or goes on; throws if it was begun with other data. How often it was gone on with. */
    static int claim(RunFolder folder, Plan plan, Provenance provenance, Consumer<String> troubles) throws IOException {
        Beginning before = of(folder, troubles);
        Beginning now = of(plan, provenance, before == null ? 0 : before.continued() + 1);
        List<String> changed = before == null ? List.of() : before.changed(now);
        if (!changed.isEmpty()) {
            throw new IOException("the content of " + String.join(" and ", changed)
                    + " is not what it was when the run in " + folder.location()
                    + " began: give another --run-id, or --fresh to start over");
        }
        folder.clean();
        write(now, folder.checkpoints());
        return now.continued();
    }

    /** Where the disk is full from the start, nothing is left. */
    private static void write(Beginning now, CheckpointFolder checkpoints) throws IOException {
        checkpoints.clean();
        try {
            checkpoints.writeJson(FILE, now);
        } catch (IOException e) {
            if (checkpoints.names().isEmpty()) {
                checkpoints.deleteAll();
            }
            throw e;
        }
    }

    /** The data sets that have another content now; empty where these are not the same ones. */
    List<String> changed(Beginning now) {
        if (!now.data.stream()
                .map(Content::name)
                .toList()
                .equals(data.stream().map(Content::name).toList())) {
            return List.of();
        }
        return now.data.stream()
                .filter(content -> !data.contains(content))
                .map(Content::name)
                .distinct()
                .toList();
    }
}
