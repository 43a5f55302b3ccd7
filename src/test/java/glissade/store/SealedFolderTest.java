package glissade.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line of {@code SHA256SUMS} is true at any moment, and what it lists is never trusted when it is not so. */
class SealedFolderTest {
    private static final Status DONE =
            Status.begun("submit/glissade run x.conf").succeeded("abc");

    @TempDir
    Path path;

    record Note(String name) {}

    private final List<String> told = new ArrayList<>();
    private RunFolder folder;

    @BeforeEach
    void openFolder() throws IOException {
        folder = RunFolder.at(new Configuration(), path.toString()).telling(told::add);
    }

    private void finish() throws IOException {
        folder.writeStatus(Status.begun());
        for (Table table : List.of(Examples.trials(), Examples.curves(300))) {
            folder.writeParquet(table);
            folder.writeCsv(table);
        }
        folder.writeParquet(Schemas.timings());
        folder.writeModel(new Note("a model"), new float[] {1, 2});
        folder.writeManifest(new Note("a run"));
        folder.writeStatus(DONE);
        folder.writeBytes("report/index.html", "<html>".getBytes(StandardCharsets.UTF_8));
        folder.seal();
    }

    private List<String> listed() throws IOException {
        return Files.readAllLines(path.resolve("SHA256SUMS")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(66))
                .toList();
    }

    /** By the program that a user has. */
    private int check() throws Exception {
        return new ProcessBuilder("sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS")
                .directory(path.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void theListIsSortedAndOneCommandChecksIt() throws Exception {
        finish();
        assertEquals(
                List.of(
                        "curves.csv",
                        "curves.parquet",
                        "manifest.json",
                        "model/model.json",
                        "model/parameters.bin",
                        "report/index.html",
                        "timings.parquet",
                        "trials.csv",
                        "trials.parquet"),
                listed());
        assertEquals(0, check());
        assertTrue(folder.inspect(false).isSound());
        assertEquals(9, folder.inspect(false).listed().size());
        Files.writeString(path.resolve("trials.csv"), "x");
        assertEquals(1, check());
    }

    /** A process that is killed while it writes over a file, or before it says what is in it, leaves no wrong line. */
    @Test
    void aFileThatIsWrittenOverIsNotListedUntilItIsSealed() throws Exception {
        finish();
        assertThrows(
                UncheckedIOException.class,
                () -> folder.writeParquet("curves", Schemas.curves().columns(), () -> {
                    try {
                        assertFalse(listed().contains("curves.parquet"));
                        assertEquals(0, check());
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                    throw new UncheckedIOException(new IOException("the disk is full"));
                }));
        folder.writeParquet(Examples.curves(301));
        assertFalse(listed().contains("curves.parquet"));
        assertEquals(0, check());
        folder.seal();
        assertTrue(listed().contains("curves.parquet"));
        assertEquals(0, check());
        assertEquals(301, folder.readParquet("curves").rows());
    }

    @Test
    void theSameContentIsListedAllTheTime() throws Exception {
        finish();
        byte[] list = Files.readAllBytes(path.resolve("SHA256SUMS"));
        folder.writeBytes("report/index.html", "<html>".getBytes(StandardCharsets.UTF_8));
        folder.writeManifest(new Note("a run"));
        assertArrayEquals(list, Files.readAllBytes(path.resolve("SHA256SUMS")));
        folder.seal();
        assertArrayEquals(list, Files.readAllBytes(path.resolve("SHA256SUMS")));
    }

    @Test
    void eachOfTwoFormatsGivesBackTheOther() throws Exception {
        finish();
        for (String file : List.of("trials.parquet", "trials.csv", "curves.parquet", "curves.csv")) {
            for (Damage damage : Damage.all()) {
                byte[] before = damage.to(path.resolve(file));
                openFolder();
                told.clear();
                Table table = folder.readParquet(file.substring(0, 6));
                assertEquals(file.startsWith("trials") ? 4 : 300, table.rows());
                assertEquals(file.endsWith("parquet") ? 1 : 0, told.size(), told.toString());
                Inspection found = folder.inspect(true);
                assertEquals(List.of(), found.lost(), file + " " + damage);
                assertTrue(
                        found.mended().get(0).contains("/" + file + " is "),
                        found.mended().toString());
                assertArrayEquals(before, Files.readAllBytes(path.resolve(file)), file + " " + damage);
                assertEquals(0, check());
            }
        }
    }

    @Test
    void ofTwoDamagedFormatsNoneIsTrusted() throws Exception {
        finish();
        Files.writeString(path.resolve("trials.csv"), "trial_id\nx\n");
        Files.delete(path.resolve("trials.parquet"));
        assertEquals(2, folder.inspect(true).lost().size());
        Damaged damaged = assertThrows(Damaged.class, () -> folder.readParquet("trials"));
        assertEquals(path + "/trials.parquet is missing, but SHA256SUMS lists it", damaged.getMessage());
    }

    /** The list is put back where its lines, or their sum, prove what it was; otherwise nothing that it lists is read. */
    @Test
    void aDamagedListIsProvenByTheFilesOrRefused() throws Exception {
        finish();
        byte[] list = Files.readAllBytes(path.resolve("SHA256SUMS"));
        for (int place = 0; place < list.length; place += 3) {
            byte[] other = list.clone();
            other[place] ^= (byte) (1 << place % 8);
            Files.write(path.resolve("SHA256SUMS"), other);
            assertThrows(Damaged.class, () -> folder.readParquet("curves"));
            Inspection found = folder.inspect(true);
            assertEquals(List.of(), found.lost(), "byte " + place);
            assertArrayEquals(list, Files.readAllBytes(path.resolve("SHA256SUMS")));
        }
        for (Damage damage : Damage.all()) {
            damage.to(path.resolve("SHA256SUMS"));
            Inspection found = folder.inspect(true);
            assertEquals(found.mended().isEmpty(), !found.lost().isEmpty(), damage.toString());
            if (found.lost().isEmpty()) {
                assertArrayEquals(list, Files.readAllBytes(path.resolve("SHA256SUMS")));
            } else {
                assertTrue(found.lost().get(0).getMessage().contains("/SHA256SUMS is "), damage.toString());
                assertThrows(Damaged.class, () -> folder.readParquet("curves"));
                assertThrows(Damaged.class, () -> folder.manifest(Note.class));
            }
            Files.write(path.resolve("SHA256SUMS"), list);
        }
    }

    @Test
    void everyByteOfTheStatusIsChecked() throws Exception {
        finish();
        Path file = path.resolve("status.json");
        byte[] status = Files.readAllBytes(file);
        for (int place = 0; place < status.length; place++) {
            byte[] other = status.clone();
            other[place] ^= (byte) (1 << place % 8);
            Files.write(file, other);
            Damaged damaged = assertThrows(Damaged.class, folder::status, "byte " + place);
            assertTrue(damaged.getMessage().startsWith(file + " is damaged ("), damaged.getMessage());
            Files.write(file, Arrays.copyOf(status, place));
            assertThrows(Damaged.class, folder::status, "cut at " + place);
        }
        Files.delete(file);
        assertEquals(
                file + " is missing, but the run has ended",
                assertThrows(Damaged.class, folder::status).getMessage());
        Files.write(file, status);
        assertEquals(Optional.of(DONE), folder.status());
    }

    /** Who continues a run needs no status for that. */
    @Test
    void aDamagedStatusOfARunThatCanBeContinuedIsToldAndDoneWithout() throws Exception {
        folder.writeStatus(Status.begun());
        folder.checkpoints().writeJson("beginning", new Note("x"));
        Damage.all().get(2).to(path.resolve("status.json"));
        assertEquals(Optional.empty(), folder.statusIfSound());
        assertEquals(
                List.of(path + "/status.json is damaged (its checksum is wrong); the run goes on from its checkpoints"),
                told);
    }

    @Test
    void aRunOfAnOlderVersionIsSaidToBeUnchecked() throws Exception {
        finish();
        Files.delete(path.resolve("SHA256SUMS"));
        assertThrows(Damaged.class, () -> folder.readParquet("curves"));
        folder.writeStatus(DONE);
        assertFalse(Files.readString(path.resolve("status.json")).contains("check"));
        assertEquals(300, folder.readParquet("curves").rows());
        assertEquals(List.of(path + " is unchecked: it has no SHA256SUMS, as an older version wrote it"), told);
        assertTrue(folder.inspect(false).isUnchecked());
        folder.writeBytes("report/index.html", new byte[3]);
        folder.seal();
        assertFalse(Files.exists(path.resolve("SHA256SUMS")), "half a list would say less than none");
    }

    @Test
    void aTrialAloneIsListedWithTheRunThatItIsOf() throws Exception {
        finish();
        RunFolder trial = folder.ofTrial("0a");
        trial.writeCsv(Examples.curves(2));
        folder.seal();
        assertTrue(listed().contains("trial-0a/curves.csv"));
        assertEquals(0, check());
        Files.delete(path.resolve("trial-0a/curves.csv"));
        assertEquals(1, folder.inspect(true).lost().size());
    }

    @Test
    void aMissingTableIsNotTakenForOneThatNeverWas() throws Exception {
        finish();
        Files.delete(path.resolve("timings.parquet"));
        assertTrue(folder.holds("timings.parquet"));
        assertThrows(Damaged.class, () -> folder.readParquet("timings"));
        assertFalse(folder.holds("layers.parquet"));
        assertNull(folder.json("gate.json", Note.class).orElse(null));
    }
}
