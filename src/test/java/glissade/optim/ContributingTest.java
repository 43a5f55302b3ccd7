package glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in CONTRIBUTING.md is an optimizer. */
class ContributingTest {
    private static final String FENCE = "```java\n";

    @TempDir
    Path folder;

    @Test
    void theExampleCompilesAndDeclaresItsSettings() throws Exception {
        Path source = Files.writeString(folder.resolve("Aggregated.java"), example());
        compile(source);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<?> aggregated = loader.loadClass("glissade.optim.Aggregated");
            Optimizer kind = (Optimizer) aggregated.getField("KIND").get(null);
            assertEquals("aggregated", kind.name());
            assertEquals(
                    List.of("mu", "nu"),
                    kind.settings().stream().map(Setting::name).toList());
            assertEquals(0.5, kind.recipe().number(kind.settings().get(1)));
        }
    }

    private static String example() throws IOException {
        String page = Files.readString(Path.of("CONTRIBUTING.md"));
        int start = page.indexOf(FENCE) + FENCE.length();
        return page.substring(start, page.indexOf("```", start));
    }

    private void compile(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-Xlint:all", "-Werror", "-proc:none", "-cp", "target/classes", "-d", folder.toString());
            boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertTrue(compiled, messages.toString());
        }
    }
}
