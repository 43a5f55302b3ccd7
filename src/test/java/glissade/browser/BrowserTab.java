package glissade.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A page in a browser: what it says of itself, what it asks for, and what goes wrong in it. */
public final class BrowserTab {
    private static final int PATIENCE_SECONDS = 180;

    private final Chromium browser;
    private final String session;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    BrowserTab(Chromium browser, String session) {
        this.browser = browser;
        this.session = session;
    }

    void load(String address) throws Exception {
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            call(domain + ".enable", Map.of());
        }
        call(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of(
                        "source",
                        "window.refused = []; document.addEventListener('securitypolicyviolation',"
                                + " (event) => window.refused.push(event.violatedDirective + ' ' + event.sourceFile));"));
        call("Page.navigate", Map.of("url", address));
        await("document.readyState === 'complete' && window.glissade !== undefined");
    }

    public JsonNode call(String method, Map<String, ?> parameters) throws Exception {
        return browser.call(session, method, parameters);
    }

    void hear(String event, JsonNode what) {
        switch (event) {
            case "Network.requestWillBeSent" ->
                requests.add(what.get("request").get("url").asText());
            case "Runtime.exceptionThrown", "Log.entryAdded" -> troubles.add(event + ": " + what);
            case "Runtime.consoleAPICalled" -> troubles.add(what.get("type").asText() + ": " + what.get("args"));
            default -> {}
        }
    }

    /** What was asked for, the page itself first. */
    public List<String> requests() {
        return requests;
    }

    /** Errors, warnings, and whatever else reached the console. */
    public List<String> troubles() {
        return troubles;
    }

    /** The value of an expression. */
    public JsonNode value(String expression) throws Exception {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.get("result").path("value");
    }

    public String text(String expression) throws Exception {
        return value(expression).asText();
    }

    public int number(String expression) throws Exception {
        return value(expression).asInt();
    }

    /** Waits until an expression is true. */
    public void await(String expression) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!value(expression).asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + expression + "; troubles: " + troubles);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Waits until no picture has moved for some frames: those that come near are drawn only then, and may push others away. */
    public void awaitRest() throws Exception {
        value("""
                new Promise((done) => {
                  let frames = 0;
                  let last = "";
                  const look = () => {
                    const boxes = [...document.querySelectorAll("[role=img]")].map((picture) => picture.getBoundingClientRect());
                    const now = JSON.stringify(boxes);
                    frames = now === last ? frames + 1 : 0;
                    last = now;
                    return frames < 5 ? requestAnimationFrame(look) : done(true);
                  };
                  look();
                })""");
    }

    /** Moves, presses or releases the mouse at a place of the window. */
    public void mouse(String what, double x, double y) throws Exception {
        boolean down = !what.equals("mouseMoved");
        call(
                "Input.dispatchMouseEvent",
                Map.of("type", what, "x", x, "y", y, "button", "left", "clickCount", down ? 1 : 0, "buttons", 1));
    }

    /** Moves the mouse there with no button down. */
    public void point(double x, double y) throws Exception {
        call("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
    }

    public void key(String key) throws Exception {
        Map<String, Object> press = Map.of(
                "type",
                "keyDown",
                "key",
                key,
                "code",
                key.equals(" ") ? "Space" : key,
                "text",
                key.equals(" ") ? " " : "",
                "windowsVirtualKeyCode",
                key.equals(" ") ? 32 : 9);
        call("Input.dispatchKeyEvent", press);
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }
}
