package glissade.engine;

import static glissade.engine.OwnJvm.MODULE;
import static glissade.engine.OwnJvm.THIS_JDK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Another JDK, other vectors, no vectors: the same bits, each in a JVM of its own. */
class JvmTwinsTest {
    private static final String SECOND_JDK = "GLISSADE_SECOND_JDK";

    /** What this JDK says with the vectors it prefers. */
    private static Outcome usual;

    private record Outcome(String kernels, String digest) {}

    @BeforeAll
    static void trainHere() throws Exception {
        usual = run(THIS_JDK, MODULE);
        assertTrue(usual.kernels().startsWith("vector"), usual.kernels());
    }

    private static Outcome run(Path jdk, String... options) throws Exception {
        String output = OwnJvm.run(jdk, TwinProgram.class, options);
        return new Outcome(valueOf("kernels: ", output), valueOf("digest: ", output));
    }

    private static String valueOf(String name, String output) {
        return output.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(output));
    }

    /** Says what this machine lacks, and ends the test unless it is there. */
    private static void needs(boolean present, String what) {
        if (!present) {
            System.out.println("NOT TESTED: " + what);
        }
        assumeTrue(present, what);
    }

    @Test
    void anotherJdkGivesTheSameBits() throws Exception {
        Optional<Path> other = otherJdk();
        needs(other.isPresent(), "there is no second JDK in " + SECOND_JDK + ", /usr/lib/jvm or ~/.sdkman");
        Outcome outcome = run(other.get(), MODULE);
        assertTrue(outcome.kernels().startsWith("vector"), outcome.kernels());
        assertEquals(usual.digest(), outcome.digest(), "JDK " + version(other.get()) + " and " + version(THIS_JDK));
    }

    @Test
    void withoutTheVectorModuleTheBitsAreTheSame() throws Exception {
        assertEquals(new Outcome("scalar", usual.digest()), run(THIS_JDK));
    }

    @Test
    void halfTheVectorLengthGivesTheSameBits() throws Exception {
        String flags = Files.exists(Path.of("/proc/cpuinfo")) ? Files.readString(Path.of("/proc/cpuinfo")) : "";
        needs(flags.contains(" avx512f") && flags.contains(" avx2"), "this CPU does not have both AVX-512 and AVX2");
        Outcome wide = run(THIS_JDK, MODULE, "-XX:UseAVX=3");
        Outcome narrow = run(THIS_JDK, MODULE, "-XX:UseAVX=2");
        assertEquals("vector (16 lanes)", wide.kernels());
        assertEquals("vector (8 lanes)", narrow.kernels());
        assertEquals(wide.digest(), narrow.digest());
        assertEquals(usual.digest(), wide.digest());
    }

    private static Optional<Path> otherJdk() throws IOException {
        List<Path> homes = new ArrayList<>();
        if (System.getenv(SECOND_JDK) != null) {
            homes.add(Path.of(System.getenv(SECOND_JDK)));
        }
        homes.addAll(foldersOf(Path.of("/usr/lib/jvm")));
        homes.addAll(foldersOf(Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java")));
        int ours = version(THIS_JDK);
        return homes.stream()
                .filter(home -> version(home) >= 17 && version(home) != ours)
                .findFirst();
    }

    private static List<Path> foldersOf(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** The feature release of a JDK, 0 if it is none. */
    private static int version(Path home) {
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isRegularFile(home.resolve("release"))) {
            return 0;
        }
        Properties release = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            return 0;
        }
        String version = release.getProperty("JAVA_VERSION", "\"0\"").replace("\"", "");
        return Runtime.Version.parse(version).feature();
    }
}
