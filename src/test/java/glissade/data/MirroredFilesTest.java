package glissade.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import glissade.numeric.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a local server that can do everything that servers do. */
class MirroredFilesTest {
    private static final String NAME = "x-ubyte.gz";
    private static final String ADVICE = "; give another place with --mirror URL";
    private static final byte[] CONTENT = content();

    @TempDir
    private Path folder;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> told = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private Duration patience = Duration.ofMinutes(2);
    private byte[] whole;
    private RemoteFile file;
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        whole = MnistFiles.gzip(CONTENT);
        file = new RemoteFile(NAME, whole.length, sha256(whole), sha256(CONTENT));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        serve("good", exchange -> answerRange(exchange, whole.length));
        serve("cut", exchange -> answerRange(exchange, 40_000));
        serve("forgetful", exchange -> answer(exchange, 200, whole, whole.length));
        serve("missing", exchange -> answer(exchange, 404, new byte[2], 2));
        serve("page", exchange -> answer(exchange, 200, new byte[6], 6));
        byte[] other = whole.clone();
        other[whole.length / 2] ^= 1;
        serve("wrong", exchange -> answer(exchange, 200, other, other.length));
        serve("endless", exchange -> answer(exchange, 200, new byte[10 * whole.length], 0));
        serve("silent", exchange -> {
            exchange.sendResponseHeaders(200, whole.length);
            exchange.getResponseBody().write(whole, 0, 1_000);
            exchange.getResponseBody().flush();
            awaitEnd();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void goodFileComesWholeAndIsNotAskedForAgain() throws IOException {
        fetch("good");
        assertArrayEquals(whole, Files.readAllBytes(folder.resolve(NAME)));
        fetch("good");
        assertEquals(List.of("good null"), asked);
        assertEquals(List.of(NAME + " from " + mirror("good"), NAME + " is there"), told);
        assertEquals(List.of(NAME), files());
    }

    @Test
    void sameContentPackedOtherwiseOrNotAtAllIsLeftAlone() throws IOException {
        byte[] repacked = whole.clone();
        repacked[4] = 1; // the time of packing
        Files.write(folder.resolve(NAME), repacked);
        fetch("missing");
        Files.delete(folder.resolve(NAME));
        Files.write(folder.resolve("x-ubyte"), CONTENT);
        fetch("missing");
        assertEquals(List.of(), asked);
    }

    @Test
    void otherFileOfThatNameIsNotReplaced() throws IOException {
        byte[] own = MnistFiles.gzip(new byte[100]);
        Files.write(folder.resolve(NAME), own);
        assertEquals(
                folder + "/" + NAME + " is another file of that name: move it away, or give another --out",
                refusal("good"));
        assertArrayEquals(own, Files.readAllBytes(folder.resolve(NAME)));
    }

    @Test
    void cutConnectionsAreResumedUntilAllIsThere() throws IOException {
        fetch("cut");
        assertArrayEquals(whole, Files.readAllBytes(folder.resolve(NAME)));
        assertEquals(List.of("cut null", "cut bytes=40000-", "cut bytes=80000-"), asked.subList(0, 3));
        assertEquals(List.of(NAME), files());
    }

    @Test
    void laterAttemptGoesOnWhereAnEarlierOneEnded() throws IOException {
        Files.write(folder.resolve(NAME + ".part"), Arrays.copyOf(whole, 1_000));
        fetch("good");
        assertEquals(List.of("good bytes=1000-"), asked);
        assertArrayEquals(whole, Files.readAllBytes(folder.resolve(NAME)));
    }

    @Test
    void serversThatKnowNoRangesStartAnew() throws IOException {
        Files.write(folder.resolve(NAME + ".part"), Arrays.copyOf(whole, 1_000));
        fetch("forgetful");
        assertArrayEquals(whole, Files.readAllBytes(folder.resolve(NAME)));
    }

    @Test
    void leftoversOfAnotherFileAreDroppedAndFetchedAnew() throws IOException {
        for (int size : new int[] {1_000, whole.length, whole.length + 1}) {
            Files.write(folder.resolve(NAME + ".part"), new byte[size]);
            fetch("good");
            assertArrayEquals(whole, Files.readAllBytes(folder.resolve(NAME)));
            Files.delete(folder.resolve(NAME));
        }
    }

    @Test
    void nextMirrorIsTriedWhenOneFails() throws IOException {
        fetch("missing", "wrong", "page", "good");
        assertEquals(List.of(NAME + " from " + mirror("good")), told);
        assertArrayEquals(whole, Files.readAllBytes(folder.resolve(NAME)));
    }

    @Test
    void everyFailureIsNamedAndNothingBrokenStays() throws IOException {
        URI closed = closedPort();
        assertEquals(
                NAME + " could not be fetched: " + mirror("missing") + " answered 404; " + mirror("wrong")
                        + " has another file of that name: its SHA-256 is wrong; " + mirror("page")
                        + " offers 6 bytes, expected " + whole.length + "; " + closed + " cannot be reached" + ADVICE,
                assertThrows(
                                BadData.class,
                                () -> fetch(List.of(mirror("missing"), mirror("wrong"), mirror("page"), closed)))
                        .getMessage());
        assertEquals(List.of(), files());
    }

    @Test
    void silenceAndTooMuchAreEnded() throws IOException {
        refusal("missing"); // So that all that takes time at first has been done before a second is to suffice.
        patience = Duration.ofSeconds(1);
        assertEquals(NAME + " could not be fetched: " + mirror("silent") + " fell silent" + ADVICE, refusal("silent"));
        assertEquals(List.of(NAME + ".part"), files());
        patience = Duration.ofMinutes(2);
        fetch("good");
        assertEquals("good bytes=1000-", asked.get(asked.size() - 1));
        Files.delete(folder.resolve(NAME));
        assertEquals(
                NAME + " could not be fetched: " + mirror("endless")
                        + " has another file of that name: its SHA-256 is wrong"
                        + ADVICE,
                refusal("endless"));
        assertEquals(List.of(), files());
    }

    @Test
    void folderThatCannotBeMadeIsTold() throws IOException {
        Files.write(folder.resolve("taken"), new byte[1]);
        String message = assertThrows(BadData.class, () -> new MirroredFiles(List.of(mirror("good")), patience)
                        .fetch(List.of(file), folder.resolve("taken"), told::add))
                .getMessage();
        assertEquals("cannot write to " + folder + "/taken: it is not a folder", message);
    }

    private void fetch(String... mirrors) {
        fetch(Stream.of(mirrors).map(this::mirror).toList());
    }

    private void fetch(List<URI> mirrors) {
        new MirroredFiles(mirrors, patience).fetch(List.of(file), folder, told::add);
    }

    private String refusal(String mirror) {
        return assertThrows(BadData.class, () -> fetch(mirror)).getMessage();
    }

    private URI mirror(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + path + "/");
    }

    private static URI closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://localhost:" + socket.getLocalPort() + "/");
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void serve(String path, Answer answer) {
        server.createContext("/" + path + "/" + NAME, exchange -> {
            asked.add(path + " " + exchange.getRequestHeaders().getFirst("Range"));
            try (exchange) {
                answer.to(exchange);
            }
        });
    }

    /** At most so many bytes of those asked for, whatever was announced. */
    private void answerRange(HttpExchange exchange, int most) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (whole.length - 1) + "/" + whole.length);
        }
        byte[] rest = Arrays.copyOfRange(whole, from, Math.min(whole.length, from + most));
        answer(exchange, from > 0 ? 206 : 200, rest, whole.length - from);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body, long announced) throws IOException {
        exchange.sendResponseHeaders(status, announced);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Hard to pack, so that the file is large enough to be cut. */
    private static byte[] content() {
        byte[] bytes = new byte[150_000];
        int state = 1;
        for (int i = 0; i < bytes.length; i++) {
            state = state * 1_664_525 + 1_013_904_223;
            bytes[i] = (byte) (state >>> 24);
        }
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        MessageDigest digest = Sha256.begun();
        return HexFormat.of().formatHex(digest.digest(bytes));
    }
}
