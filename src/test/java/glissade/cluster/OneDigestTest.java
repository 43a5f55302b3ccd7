package glissade.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One plan, one digest: in this process without Spark, and wherever else Spark may run it, each time for real. */
class OneDigestTest {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final String VECTORS = "WARNING: Using incubator modules: jdk.incubator.vector";
    private static final String TASKS = "Running task ";

    @TempDir
    private static Path folder;

    private static StandaloneCluster cluster;
    private static OnePlan plan;
    private static String reference;

    @BeforeAll
    static void start() throws Exception {
        plan = OnePlan.in(folder);
        reference = plan.reference(folder.resolve("reference"));
        cluster = new StandaloneCluster(folder, List.of(JAVA_HOME, javaWithoutVectors(folder.resolve("scalar-java"))));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** A Java home whose JVMs are not told of the incubating module, as Spark tells all that it starts. */
    private static Path javaWithoutVectors(Path home) throws IOException {
        String script = """
                #!/usr/bin/env bash
                words=()
                for word; do [[ $word == --add-modules=jdk.incubator.vector ]] || words+=("$word"); done
                exec '%s' "${words[@]}"
                """.formatted(JAVA_HOME.resolve("bin/java"));
        Files.createDirectories(home.resolve("bin"));
        Path java = Files.writeString(home.resolve("bin/java"), script);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    private static String digest(String engine, Path out) throws IOException {
        Status status = OnePlan.folder(engine, out).status().orElseThrow();
        assertEquals(Status.State.SUCCEEDED, status.state(), status.toString());
        return status.digest();
    }

    private static void assertSameDigest(String name, String engine, String... more) throws Exception {
        Path out = folder.resolve(name);
        ServerProcess run = cluster.submit(name, plan.run(engine, out, more));
        assertEquals(ExitCode.DONE, run.await(), run.out() + run.err());
        assertEquals(reference, digest(engine, out));
    }

    @ParameterizedTest
    @CsvSource({
        "in-task,     local[1]",
        "synchronous, local[2]",
        "in-task,     'local-cluster[2,1,1024]'",
        "synchronous, 'local-cluster[2,1,1024]'",
    })
    void everyMasterPrintsTheSameDigest(String engine, String master) throws Exception {
        assertSameDigest(engine + "-" + master.replaceAll("\\W+", "-"), engine, "--master=" + master);
    }

    @Test
    void executorsWithAndWithoutTheVectorModuleTrainTogether() throws Exception {
        assertSameDigest("mixed", "synchronous", cluster.onAllWorkers());
        assertTrue(cluster.executorLogs(0).contains(VECTORS));
        assertFalse(cluster.executorLogs(1).contains(VECTORS));
        assertTrue(cluster.executorLogs(0).contains(TASKS)
                && cluster.executorLogs(1).contains(TASKS));
    }

    @Test
    void theClientScriptTrainsWithTheDriverHere() throws Exception {
        Path out = folder.resolve("client-script");
        ServerProcess run = cluster.script("client-script", "client.sh", plan.arguments("in-task", out.toString()));
        assertEquals(ExitCode.DONE, run.await(), run.out() + run.err());
        assertEquals(reference, digest("in-task", out));
    }

    /** The driver runs on a worker, in a folder of its own, and finds the experiment that was sent along by its name. */
    @Test
    void theClusterScriptTrainsWithTheDriverOnAWorker() throws Exception {
        Path out = folder.resolve("cluster-script");
        ServerProcess submission =
                cluster.script("cluster-script", "cluster.sh", plan.arguments("in-task", out.toString()));
        assertDriverElsewhere(submission, out);
    }

    @Test
    void aDriverOnAWorkerReadsAnExperimentByItsPath() throws Exception {
        Path out = folder.resolve("absolute");
        ServerProcess submission = cluster.submit(
                "absolute", plan.run("in-task", out, "--deploy-mode=cluster", "--conf=spark.driver.memory=512m"));
        assertDriverElsewhere(submission, out);
    }

    /** spark-submit is told nothing of how the driver ended, so the run's folder tells. */
    private static void assertDriverElsewhere(ServerProcess submission, Path out) throws Exception {
        assertEquals(ExitCode.DONE, submission.await(), submission.out() + submission.err());
        RunFolder run = OnePlan.folder("in-task", out);
        long end = System.nanoTime() + ServerProcess.PATIENCE.toNanos();
        while (isRunning(run.status()) && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertTrue(run.status().isPresent(), submission.err() + cluster.driverLogs());
        assertEquals(reference, digest("in-task", out));
    }

    private static boolean isRunning(Optional<Status> status) {
        return status.isEmpty() || status.get().state() == Status.State.RUNNING;
    }
}
