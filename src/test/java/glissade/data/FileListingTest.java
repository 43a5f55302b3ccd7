package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileListingTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        for (String name : List.of(
                "b.csv",
                "a/z.csv",
                "a/B.csv.gz",
                "a.csv",
                "a/deep/x.csv",
                "é.csv",
                "z.csv",
                "_SUCCESS",
                ".hidden.csv",
                "_temporary/x.csv",
                "year=2024/m=1/p.csv",
                "year=2025/m=1/p.csv")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    private static List<String> names(String path) {
        return FileListing.of(path, "data.path").stream().map(DataFile::name).toList();
    }

    private static void refused(String message, String path) {
        assertEquals(message, assertThrows(BadData.class, () -> names(path)).getMessage());
    }

    @Test
    void aFolderIsAllFilesBelowByTheBytesOfTheirNames() {
        List<String> all = List.of(
                "a.csv",
                "a/B.csv",
                "a/deep/x.csv",
                "a/z.csv",
                "b.csv",
                "year=2024/m=1/p.csv",
                "year=2025/m=1/p.csv",
                "z.csv",
                "é.csv");
        assertEquals(all, names(folder.toString()));
        assertEquals(all, names(folder + "/"));
        assertEquals(all, names("file:" + folder));
        assertEquals(all, names("file://" + folder));
    }

    @Test
    void aFileIsItselfEvenIfItsNameIsHiddenOrLooksLikeAPattern() throws IOException {
        assertEquals(List.of("b.csv"), names(folder + "/b.csv"));
        assertEquals(List.of("B.csv"), names(folder + "/a/B.csv.gz"));
        assertEquals(List.of("_SUCCESS"), names(folder + "/_SUCCESS"));
        Files.writeString(folder.resolve("[1].csv"), "");
        assertEquals(List.of("[1].csv"), names(folder + "/[1].csv"));
    }

    @Test
    void namesOfAGlobAreRelativeToTheFolderBeforeItsFirstPattern() {
        assertEquals(List.of("a.csv", "b.csv", "z.csv", "é.csv"), names(folder + "/*.csv"));
        assertEquals(List.of("a.csv", "z.csv"), names(folder + "/{a,z}.csv"));
        assertEquals(List.of("a.csv", "b.csv"), names(folder + "/[a-c].csv"));
        assertEquals(List.of("z.csv", "é.csv"), names(folder + "/[!a-c].csv"));
        assertEquals(List.of("year=2024/m=1/p.csv"), names(folder + "/year=*4/m=1/?.csv"));
        assertEquals(List.of("year=2024/m=1/p.csv", "year=2025/m=1/p.csv"), names(folder + "/year=*"));
        assertEquals(List.of("B.csv", "z.csv"), names(folder + "/a/*.csv*"));
    }

    @Test
    void locationsCanBeOpened() throws IOException {
        for (DataFile file : FileListing.of(folder + "/year=*", "data.path")) {
            try (var in = file.open()) {
                assertEquals(
                        file.name(), Utf8.text(in.readAllBytes(), 0, file.name().length()));
            }
        }
    }

    @Test
    void aPathThatLeadsNowhereIsRefused() throws IOException {
        refused("there is no file or folder " + folder + "/none.csv (from data.path)", folder + "/none.csv");
        refused("there is no folder " + folder + "/none/ to look for files in", folder + "/none/*.csv");
        refused(
                "there is no file in " + folder
                        + "/*.txt (from data.path); hidden files and those that begin with _ do not count",
                folder + "/*.txt");
        refused("the path has a pattern whose '{' is not closed: {a,b.csv", folder + "/{a,b.csv");
        refused("the path has a pattern whose '[' is not closed: [ab.csv", folder + "/[ab.csv");
        Files.createDirectory(folder.resolve("empty"));
        refused(
                "there is no file in " + folder
                        + "/empty (from data.path); hidden files and those that begin with _ do not count",
                folder + "/empty");
    }

    @Test
    void aSchemeThatNobodyKnowsIsRefusedInASentence() {
        refused("nowhere://x/y.csv cannot be read: No FileSystem for scheme \"nowhere\"", "nowhere://x/y.csv");
    }
}
