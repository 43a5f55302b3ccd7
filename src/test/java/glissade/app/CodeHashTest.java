package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeHashTest {
    @TempDir
    Path folder;

    @Test
    void aJarAndItsFolderAreTheSameCodeWhateverElseIsInThem() throws Exception {
        List<String> names = List.of("glissade/b/C.class", "glissade/A.class", "glissade/notes.txt", "other/D.class");
        try (OutputStream out = Files.newOutputStream(folder.resolve("x.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            for (String name : names) {
                byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
                jar.putNextEntry(new JarEntry(name));
                jar.write(bytes);
                Path file = folder.resolve("classes").resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            }
        }
        Path classes = folder.resolve("classes");
        String hash = CodeHash.of(classes);
        assertEquals(CodeHash.of(folder.resolve("x.jar")), hash);
        Files.writeString(classes.resolve("glissade/notes.txt"), "other notes");
        assertEquals(hash, CodeHash.of(classes));
        Files.writeString(classes.resolve("glissade/A.class"), "other code");
        assertNotEquals(hash, CodeHash.of(classes));
    }

    @Test
    void theHashOfThisProgramIsAmongItsVersions() {
        assertTrue(
                Versions.all().get("code").matches("[0-9a-f]{12}"),
                Versions.all().toString());
    }
}
