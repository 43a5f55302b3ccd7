package glissade.numeric;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Has the JVM compile each vector kernel by itself. Inlined into its callers, together with all else that they call, a kernel may
 * meet the compiler's limit on the size of a method (18,000 nodes; a vector operation takes some hundred); what comes after
 * that is no longer turned into instructions, and runs a hundred times slower. Whether it does is a matter of which method
 * became hot first. So the compiler is told, as {@code jcmd} would, not to inline them. Where that cannot be said, results are
 * the same.
 */
final class KernelCalls {
    private static final String DIRECTIVES = """
            [{
              match: "*.*",
              inline: ["-glissade/numeric/vector/VectorKernels.*", "-glissade/numeric/vector/VectorLoops.*",
                  "-glissade/numeric/vector/VectorSoftmax.*", "-glissade/numeric/vector/VectorHeads.*",
                  "-glissade/numeric/vector/VectorSlices.*", "-glissade/numeric/vector/VectorUpdates.*",
                  "-glissade/numeric/vector/RootDescent.*", "-glissade/numeric/vector/Faint.*",
                  "-glissade/numeric/vector/LiftedGradient.*", "-glissade/numeric/vector/SparseForward.*"]
            }]
            """;

    private KernelCalls() {}

    /** Before the first kernel is hot. */
    static void keep() {
        try {
            Path file = Files.createTempFile("glissade-compiler", ".json");
            try {
                Files.writeString(file, DIRECTIVES);
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "compilerDirectivesAdd",
                                new Object[] {new String[] {file.toString()}},
                                new String[] {String[].class.getName()});
            } finally {
                Files.delete(file);
            }
        } catch (JMException | IOException | RuntimeException | LinkageError otherJvm) {
            // results are the same
        }
    }
}
