package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuccessMarksTest {
    @TempDir
    Path root;

    private List<String> missing(String path) {
        return SuccessMarks.missing(
                new DataSpec("csv", path, null, 42, 0, 1, ScalingKind.CONSTANT, SplitKind.HASH, TableSpec.STANDARD));
    }

    private Path day(String name) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        Files.writeString(folder.resolve("part-0.csv"), "x,y\n1,2\n");
        return folder;
    }

    private static void mark(Path folder) throws IOException {
        Files.createFile(folder.resolve("_SUCCESS"));
    }

    @Test
    void aFolderIsMarkedByItselfOrByWhatLiesInIt() throws IOException {
        Path one = day("in/day=1");
        Path two = day("in/day=2");
        assertEquals(List.of(one.toString(), two.toString()), missing(root + "/in"));
        mark(one);
        assertEquals(List.of(two.toString()), missing(root + "/in"));
        assertEquals(List.of(), missing(one.toString()));
        mark(root.resolve("in"));
        assertEquals(List.of(), missing(root + "/in"));
        assertEquals(List.of(), missing(root + "/in/"));
    }

    @Test
    void aMarkAboveThePathOfTheDataSaysNothingOfIt() throws IOException {
        Path one = day("in/day=1");
        mark(root.resolve("in"));
        assertEquals(List.of(one.toString()), missing(one.toString()));
    }

    @Test
    void aGlobIsMarkedFromTheFolderBeforeItsFirstPattern() throws IOException {
        Path one = day("in/day=1");
        Path two = day("in/day=2");
        mark(two);
        assertEquals(List.of(one.toString()), missing(root + "/in/day=*/*.csv"));
        mark(root.resolve("in"));
        assertEquals(List.of(), missing(root + "/in/day=*/*.csv"));
    }

    @Test
    void aFileIsMarkedByItsFolder() throws IOException {
        Path one = day("in/day=1");
        assertEquals(List.of(one.toString()), missing(one + "/part-0.csv"));
        mark(one);
        assertEquals(List.of(), missing(one + "/part-0.csv"));
    }

    @Test
    void whatIsGeneratedNeedsNoMark() {
        assertEquals(List.of(), SuccessMarks.missing(Samples.circles(100, 0)));
    }
}
