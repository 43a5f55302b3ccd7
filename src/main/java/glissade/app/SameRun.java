package glissade.app;

import glissade.config.Keys;
import glissade.run.Beginning;
import glissade.run.Manifest;
import glissade.run.Provenance;
import glissade.store.RunFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Refuses a folder in which a run of another config, or of other data, was begun or finished. */
final class SameRun {
    private final RunFolder folder;
    private final String identity;
    private final Map<String, Object> config;
    private final List<String> data;

    /** The run that is asked for now. */
    SameRun(RunFolder folder, Study study) {
        this.folder = folder;
        this.identity = study.identity();
        this.config = study.config();
        this.data = study.trials().data().stream()
                .map(data -> data.path() == null ? data.source() : data.path())
                .distinct()
                .toList();
    }

    /** Of one that was begun: what it was begun with; of another one: what it has found. */
    void require() throws IOException {
        // Whoever continues the run is told of what is damaged.
        Beginning begun = Beginning.of(folder, trouble -> {});
        if (begun != null) {
            require(begun.identity(), begun.config());
        } else if (folder.holds(RunFolder.MANIFEST)) {
            Provenance provenance = folder.manifest(Manifest.class).provenance();
            require(provenance.identity(), provenance.config());
        }
    }

    private void require(String stored, Map<String, Object> storedConfig) {
        if (stored.equals(identity)) {
            return;
        }
        List<String> lines = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(config.keySet());
        paths.addAll(storedConfig.keySet());
        for (String path : paths) {
            String was = text(storedConfig.get(path));
            String is = text(config.get(path));
            if (!Objects.equals(was, is) && Keys.shapesResults(path)) {
                lines.add("  " + path + ": " + was + " there, " + is + " here");
            }
        }
        lines.add(
                0,
                "the run in " + folder.location()
                        + (lines.isEmpty()
                                ? " had other data: files of " + String.join(" or ", data)
                                        + " have another length or time now"
                                : " had another config:"));
        lines.add("give another --run-id, or --fresh to start over and keep the old one");
        throw new BadInput(String.join("\n", lines));
    }

    /** Text of a number is the same whether it was read from JSON or not. */
    private static String text(Object value) {
        return value == null ? "not given" : value.toString();
    }
}
