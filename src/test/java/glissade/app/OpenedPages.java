package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import glissade.browser.BrowserTab;
import glissade.browser.Chromium;
import glissade.run.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;

/** Real runs in a folder, and a browser that opens their pages. */
final class OpenedPages implements AutoCloseable {
    private final Path folder;
    private final Chromium browser;

    private OpenedPages(Path folder, Chromium browser) {
        this.folder = folder;
        this.browser = browser;
    }

    /** Where this machine has a browser; a test without one ends here, and says so. */
    static OpenedPages in(Path folder) throws Exception {
        Optional<Path> program = Chromium.find();
        if (program.isEmpty()) {
            System.out.println("no Chromium on the path of this machine, so no page was opened");
        }
        Assumptions.assumeTrue(program.isPresent(), "no Chromium on the path");
        return new OpenedPages(folder, Chromium.start(program.get(), Files.createDirectory(folder.resolve("profile"))));
    }

    /** The folder of a run. */
    Path run(String experiment, String id, String... assignments) throws IOException {
        StringWriter errors = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("run", experiment, "--out=" + folder.resolve("runs")));
        arguments.addAll(List.of("--run-id=" + id, "--master=local[2]"));
        List.of(assignments).forEach(assignment -> arguments.add("--set=" + assignment));
        assertEquals(ExitCode.DONE, glissade(errors, arguments), errors::toString);
        String name = Path.of(experiment).getFileName().toString().replace(".conf", "");
        return folder.resolve("runs").resolve(name).resolve(id);
    }

    /** Draws a run again. */
    void redraw(Path run) {
        StringWriter errors = new StringWriter();
        assertEquals(ExitCode.DONE, glissade(errors, List.of("report", run.toString())), errors::toString);
    }

    private static int glissade(StringWriter errors, List<String> arguments) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return Main.execute(nowhere, new PrintWriter(errors, true), arguments.toArray(String[]::new));
    }

    static Path page(Path run) {
        return run.resolve("report/index.html");
    }

    BrowserTab open(Path run) throws Exception {
        return browser.open(page(run), folder);
    }

    /** A page in a window so high that every chart is near. */
    BrowserTab open(Path run, int width) throws Exception {
        BrowserTab page = open(run);
        window(page, width);
        page.await("[...glissade.charts.values()].every((chart) => chart.dom.offsetParent === null || chart.chart)");
        return page;
    }

    static void window(BrowserTab page, int width) throws Exception {
        page.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 12_000, "deviceScaleFactor", 1, "mobile", false));
        page.await("window.innerWidth === " + width);
    }

    /** Nothing was asked for but the page, nothing was refused, and nobody complained. */
    static void assertQuiet(BrowserTab page) throws Exception {
        assertEquals(List.of(), page.troubles());
        assertEquals("[]", page.value("window.refused").toString());
        for (String request : page.requests()) {
            assertTrue(request.startsWith("file:") || request.startsWith("data:"), request);
        }
        assertEquals(
                1,
                page.requests().stream()
                        .filter(request -> request.startsWith("file:"))
                        .count());
    }

    /** Draws every chart, also those far below; of each the name, how many marks it has and how many colours. */
    private static JsonNode charts(BrowserTab page) throws Exception {
        return page.value("""
                [...glissade.charts].filter(([, chart]) => chart.dom.offsetParent !== null).map(([id, chart]) => {
                  chart.open();
                  chart.chart.getZr().flush();
                  const marks = chart.chart.getOption().series.reduce((sum, series) => sum + series.data.length, 0);
                  const canvas = chart.dom.querySelector("canvas");
                  const pixels = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer);
                  return [id, marks, new Set(pixels).size];
                })""");
    }

    static void assertDrawn(BrowserTab page, String... expected) throws Exception {
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode chart : charts(page)) {
            names.add(chart.get(0).asText());
            assertTrue(chart.get(1).asInt() > 0, chart + " has no marks");
            assertTrue(chart.get(2).asInt() > 3, chart + " has hardly a colour");
        }
        assertEquals(new TreeSet<>(List.of(expected)), names);
    }

    @Override
    public void close() {
        browser.close();
    }
}
