package glissade.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plain spark-submit whose Spark, or whose Scala, says that it is another: our own with a version file before its. */
class ForeignSparkTest {
    private static final Path HOME = Path.of("target/spark-home").toAbsolutePath();

    @TempDir
    private static Path folder;

    private static Path jar;

    @BeforeAll
    static void pack() throws IOException {
        jar = ProductJar.write(folder.resolve("glissade.jar"));
    }

    @ParameterizedTest
    @CsvSource({
        "spark-version-info.properties, version, 3.5.6, Spark 3.5.6 with Scala 2.13.17",
        "library.properties, version.number, 2.12.20, Spark 4.1.0 with Scala 2.12.20",
    })
    void theWrongSparkOrScalaIsASentence(String file, String key, String version, String found) throws Exception {
        Path before = Files.createDirectories(folder.resolve(version));
        Files.writeString(before.resolve(file), key + "=" + version + "\n");
        ServerProcess run = submitted(version, before);
        assertEquals(ExitCode.BAD_INPUT, run.await(), run.out() + run.err());
        assertTrue(
                run.err().contains("this is " + found + "; expected Spark 4.1 with Scala 2.13; nothing was started"),
                run.err());
        assertFalse(run.err().contains("\tat "), run.err());
    }

    private static ServerProcess submitted(String name, Path before) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "@" + HOME.resolve("java-options"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                before + ":" + HOME.resolve("jars") + "/*",
                "org.apache.spark.deploy.SparkSubmit",
                "--master=local[1]",
                "--class=glissade.app.Main",
                jar.toString(),
                "keys");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_HOME", HOME.toString());
        builder.environment()
                .put(
                        "LOG4J_CONFIGURATION_FILE",
                        Path.of("submit/log4j2.properties").toAbsolutePath().toString());
        return new ServerProcess(builder, folder, name);
    }

    @Test
    void theRightSparkRuns() throws Exception {
        ServerProcess run = submitted("right", folder);
        assertEquals(ExitCode.DONE, run.await(), run.out() + run.err());
    }
}
