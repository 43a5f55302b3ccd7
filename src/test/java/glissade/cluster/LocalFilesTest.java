package glissade.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data on the disk of the machine that submits, which the executors of a real cluster need not see. */
class LocalFilesTest {

    @TempDir
    private static Path folder;

    private static StandaloneCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = new StandaloneCluster(folder, 1);
    }

    @AfterAll
    static void closingLeavesNoProcessBehind() {
        List<ServerProcess> workers = cluster.workers();
        assertTrue(workers.stream().allMatch(ServerProcess::isAlive));
        cluster.close();
        assertTrue(workers.stream().noneMatch(ServerProcess::isAlive));
    }

    private static String digest(String screen) {
        return screen.lines()
                .filter(line -> line.strip().startsWith("digest "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(screen));
    }

    private static String digestOf(String name, String... arguments) throws Exception {
        ServerProcess run = cluster.submit(name, arguments);
        assertEquals(ExitCode.DONE, run.await(), run.out() + run.err());
        return digest(run.out());
    }

    @Test
    void smallFilesAreSentToTheExecutorsAndTheDigestIsThatOfOneProcess() throws Exception {
        String there = digestOf("there", "run", "conf/own-csv.conf", "--out=" + folder.resolve("there"));
        String here =
                digestOf("here", "run", "conf/own-csv.conf", "--out=" + folder.resolve("here"), "--master=local[2]");
        assertEquals(here, there);
        try (var files = Files.list(folder.resolve("work-0"))) {
            assertEquals(1, files.count(), "an application has run on the worker");
        }
    }

    @Test
    void filesTooLargeToBeSentAreRefusedWithTheWayOut() throws Exception {
        Path table = Files.writeString(folder.resolve("large.csv"), "x,y\n" + "1,a\n2,b\n".repeat(10_000));
        try (RandomAccessFile file = new RandomAccessFile(table.toFile(), "rw")) {
            file.setLength(300L << 20);
        }
        Path study = Files.writeString(
                folder.resolve("large.conf"),
                "data { source = csv, path = \"%s\", target = y }\nmodel.type = softmax\n".formatted(table));
        Path out = folder.resolve("refused");
        ServerProcess run = cluster.submit("large", "run", study.toString(), "--out=" + out);
        assertEquals(ExitCode.BAD_INPUT, run.await(), run.out() + run.err());
        assertTrue(
                run.err()
                        .contains(table + " is on this machine's disk and too large to be sent to the executors of "
                                + cluster.master() + "; expected a path that they can read, such as hdfs: or s3a:"),
                run.err());
        assertFalse(run.err().contains("\tat "), run.err());
        assertFalse(Files.exists(out));
    }
}
