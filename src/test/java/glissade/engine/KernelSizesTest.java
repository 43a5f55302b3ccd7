package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No kernel is more than the JVM's compiler takes in one method. Past 18,000 nodes it puts off what it would inline; mostly it
 * comes back to it, but now and then a vector crosses a real call, and a step allocates and takes five times as long. The log
 * of compilations tells: the vector library's own intrinsics are always put off, anything else only past that limit.
 */
class KernelSizesTest {
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)='([^']*)'");
    private static final String KERNELS = "glissade.numeric.vector.";
    private static final String INTRINSICS = "VectorSupport";

    @Test
    void noKernelIsMoreThanTheCompilerTakesInOneMethod(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("compilations.xml");
        String output = OwnJvm.run(
                OwnJvm.THIS_JDK,
                HotProgram.class,
                OwnJvm.MODULE,
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+LogCompilation",
                "-XX:LogFile=" + log);
        assertTrue(output.contains("kernels: vector"), output);
        Compilations compilations = new Compilations();
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            lines.forEach(compilations::read);
        }
        assertTrue(compilations.kernels > 30, compilations.kernels + " kernels were compiled");
        assertEquals(Set.of(), compilations.putOff);
    }

    /** Reads a log of compilations line by line. */
    private static final class Compilations {
        private final Map<String, String> classes = new HashMap<>();
        private final Map<String, String> methods = new HashMap<>();
        private final SortedSet<String> putOff = new TreeSet<>();
        private String kernel;
        private int kernels;

        private void read(String line) {
            if (line.startsWith("<task ")) {
                begin(attributes(line));
            } else if (kernel == null) {
                return;
            } else if (line.startsWith("<klass ")) {
                Map<String, String> type = attributes(line);
                classes.put(type.get("id"), type.get("name"));
            } else if (line.startsWith("<method ")) {
                Map<String, String> method = attributes(line);
                methods.put(method.get("id"), classes.get(method.get("holder")) + "." + method.get("name"));
            } else if (line.startsWith("<late_inline ")) {
                String method = methods.get(attributes(line).get("method"));
                if (!method.contains(INTRINSICS)) {
                    putOff.add(kernel.substring(KERNELS.length(), kernel.indexOf('('))
                            .strip());
                }
            }
        }

        /** Of the compiler's tiers only the last inlines that much; it is the one whose tasks name no level. */
        private void begin(Map<String, String> task) {
            boolean last = !task.containsKey("level") && task.get("method").startsWith(KERNELS);
            kernel = last ? task.get("method") : null;
            kernels += last ? 1 : 0;
            classes.clear();
            methods.clear();
        }

        private static Map<String, String> attributes(String line) {
            Map<String, String> attributes = new HashMap<>();
            for (Matcher matcher = ATTRIBUTE.matcher(line); matcher.find(); ) {
                attributes.put(matcher.group(1), matcher.group(2));
            }
            return attributes;
        }
    }
}
