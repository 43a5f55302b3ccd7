package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.engine.MemoryEngine;
import glissade.numeric.Kernels;
import glissade.store.Damage;
import glissade.store.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a killed process leaves, with every file of it damaged in every way: the same run goes on to the bytes of one that was
 * never disturbed, and says what it could not use.
 */
class DamagedRemainsTest {
    /** What differs between equal runs: times. */
    private static final Set<String> OF_A_PROCESS =
            Set.of("run.log", "status.json", "manifest.json", "timings.parquet", "SHA256SUMS");

    private static final int EPOCHS = 4;

    @TempDir
    private Path out;

    private PlannedStudy study;

    private Path run(String id) {
        return out.resolve("study").resolve(id);
    }

    private void goOn(String id, List<String> told) throws Exception {
        RunFolder folder = study.folder(id).telling(told::add);
        folder.statusIfSound();
        assertEquals(ExitCode.DONE, study.execution(folder).run(() -> new MemoryEngine(Kernels.best()), 2));
        told.add(Files.readString(run(id).resolve("run.log")));
        assertEquals(FilesOf.folder(run("undisturbed")), FilesOf.folder(run(id)));
        for (String file : FilesOf.folder(run(id))) {
            if (!OF_A_PROCESS.contains(file)) {
                assertEquals(-1, Files.mismatch(run("undisturbed").resolve(file), run(id).resolve(file)), file);
            }
        }
        assertTrue(folder.inspect(false).isSound(), folder.inspect(false)::toString);
    }

    /** A run that ended early and was gone on with, killed while it wrote its tables over those that it had. */
    private void leaveKilledRun() throws Exception {
        Path left = run("left");
        RunFolder folder = study.folder("left");
        Execution partial = study.execution(folder);
        AtomicInteger epochs = new AtomicInteger();
        assertEquals(
                ExitCode.PARTIAL,
                partial.run(
                        () -> new WatchedEngine(() -> {
                            if (epochs.incrementAndGet() == EPOCHS + 1) {
                                partial.stop(ExitCode.PARTIAL, "time is up");
                            }
                        }),
                        1));
        epochs.set(0);
        Execution killed = study.execution(folder);
        killed.run(
                () -> new WatchedEngine(() -> {
                    if (epochs.incrementAndGet() == 2) {
                        copy(left, run("killed"));
                    }
                }),
                1);
        Files.copy(left.resolve("layers.parquet"), run("killed").resolve(".tmp-layers.parquet"));
        Files.createDirectories(run("killed").resolve("report"));
        Files.write(run("killed").resolve("report/.tmp-best.png"), new byte[7]);
    }

    private static void copy(Path from, Path to) {
        try {
            FileUtils.deleteDirectory(to.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FilesOf.copy(from, to);
    }

    /** Others are written anew, whatever was in them. */
    private static boolean isNeeded(String file) {
        return (file.startsWith("checkpoints/") && !file.startsWith("checkpoints/.")) || file.equals("status.json");
    }

    @Test
    void whateverIsDamagedTheSameRunGoesOnToTheSameBytes() throws Exception {
        study = new PlannedStudy(
                out, "checkpoint.every-steps=3", "curves.every-steps=2", "evaluate.layers=true", "output.details=2");
        study.execution(study.folder("undisturbed")).run(() -> new MemoryEngine(Kernels.best()), 2);
        leaveKilledRun();
        Set<String> named = new TreeSet<>();
        List<String> files = FilesOf.folder(run("killed"));
        for (String file : files) {
            for (Damage damage : isNeeded(file) ? Damage.all() : Damage.some()) {
                copy(run("killed"), run("damaged"));
                damage.to(run("damaged").resolve(file));
                List<String> told = new ArrayList<>();
                goOn("damaged", told);
                if (told.toString().contains(file + " is damaged (")) {
                    named.add(file + ", " + damage);
                }
            }
        }
        for (String file : files) {
            for (Damage damage : isNeeded(file) ? Damage.all() : List.<Damage>of()) {
                assertTrue(damage.name().equals("gone") || named.contains(file + ", " + damage), file + ", " + damage);
            }
        }
        assertTrue(files.contains("SHA256SUMS") && files.contains("trials.parquet"), files.toString());
        assertTrue(
                files.stream().filter(file -> file.startsWith("checkpoints/")).count() > 2, files.toString());
    }
}
