package glissade.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A browser without a screen, driven by its DevTools protocol. */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final int PATIENCE_SECONDS = 180;
    private static final int ENDING_SECONDS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, BrowserTab> tabs = new ConcurrentHashMap<>();

    private Chromium(Process process, WebSocket.Builder builder, String address) {
        this.process = process;
        this.socket = builder.buildAsync(URI.create(address), new Messages()).join();
    }

    /** Where there is one on this machine's path. */
    public static Optional<Path> find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it with a profile of its own. */
    public static Chromium start(Path program, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--window-size=1400,1000",
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        for (int tries = 0; !Files.exists(port) || Files.readAllLines(port).size() < 2; tries++) {
            if (tries > 10 * PATIENCE_SECONDS || !process.isAlive()) {
                process.destroyForcibly();
                throw new IOException(program + " did not open its port");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        List<String> lines = Files.readAllLines(port);
        return new Chromium(
                process,
                HttpClient.newHttpClient().newWebSocketBuilder(),
                "ws://127.0.0.1:" + lines.get(0) + lines.get(1));
    }

    /** Opens a page and waits until it has put itself together. */
    public BrowserTab open(Path page, Path downloads) throws Exception {
        call(null, "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        String target = call(null, "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asText();
        String session = call(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asText();
        BrowserTab tab = new BrowserTab(this, session);
        tabs.put(session, tab);
        tab.load(page.toUri().toString());
        return tab;
    }

    /** A method of the protocol, and its answer. */
    public JsonNode call(String session, String method, Map<String, ?> parameters) throws Exception {
        int id = calls.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (session != null) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(message.toString(), true).join();
        JsonNode node = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (node.has("error")) {
            throw new IOException(method + ": " + node.get("error"));
        }
        return node.get("result");
    }

    @Override
    public void close() {
        // Its helpers too, which write into its profile for as long as they live.
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        socket.abort();
        all.forEach(ProcessHandle::destroyForcibly);
        // Where nobody fetches the status of an orphan it seems to live on, but writes no more.
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, ENDING_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private final class Messages implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                String message = text.toString();
                text.setLength(0);
                take(message);
            }
            from.request(1);
            return null;
        }

        private void take(String message) {
            try {
                JsonNode node = JSON.readTree(message);
                if (node.has("id")) {
                    answers.remove(node.get("id").asInt()).complete(node);
                } else if (node.has("sessionId")) {
                    BrowserTab tab = tabs.get(node.get("sessionId").asText());
                    if (tab != null) {
                        tab.hear(node.get("method").asText(), node.get("params"));
                    }
                }
            } catch (IOException e) {
                answers.values().forEach(answer -> answer.completeExceptionally(e));
            }
        }
    }
}
