package glissade.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import glissade.browser.BrowserTab;
import glissade.browser.Chromium;
import glissade.run.ExitCode;
import glissade.store.RunFolder;
import glissade.store.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of real runs in a real browser. */
class PageTest {
    private static final String ENDS_SCRIPT = "</script><script>window.hostile = 1</script>";
    private static final String OPENS_IMAGE = "<img src=x onerror=window.hostile=1>";
    private static final String UNICODE = "Ελλάδα 漢字 🎿";

    @TempDir
    private static Path folder;

    private static Chromium browser;
    private static Path circles;

    @BeforeAll
    static void trainAndStart() throws Exception {
        Optional<Path> program = Chromium.find();
        if (program.isEmpty()) {
            System.out.println("PageTest: no Chromium on the path of this machine, so no page was opened");
        }
        Assumptions.assumeTrue(program.isPresent(), "no Chromium on the path");
        circles = run(
                "conf/circles.conf",
                "training.epochs=8",
                "evaluate.layers=true",
                "sweep.grid=null",
                "sweep.grid={ model.activation = [tanh, relu], training.learning-rate = [0.01, 0.1, 1] }");
        browser = Chromium.start(program.get(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path run(String experiment, String... assignments) throws IOException {
        StringWriter errors = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("run", experiment, "--out=" + folder.resolve("runs")));
        arguments.addAll(List.of("--run-id=x", "--master=local[2]"));
        List.of(assignments).forEach(assignment -> arguments.add("--set=" + assignment));
        int code = Main.execute(
                new PrintWriter(new StringWriter()), new PrintWriter(errors, true), arguments.toArray(String[]::new));
        assertEquals(ExitCode.DONE, code, errors::toString);
        String name = Path.of(experiment).getFileName().toString().replace(".conf", "");
        return folder.resolve("runs").resolve(name).resolve("x");
    }

    private static BrowserTab open(Path run) throws Exception {
        return browser.open(run.resolve("report/index.html"), folder);
    }

    /** Nothing was asked for but the page, nothing was refused, and nobody complained. */
    private static void assertQuiet(BrowserTab page) throws Exception {
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

    private static void assertDrawn(BrowserTab page, String... expected) throws Exception {
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode chart : charts(page)) {
            names.add(chart.get(0).asText());
            assertTrue(chart.get(1).asInt() > 0, chart + " has no marks");
            assertTrue(chart.get(2).asInt() > 3, chart + " has hardly a colour");
        }
        assertEquals(new TreeSet<>(List.of(expected)), names);
    }

    @Test
    void everyChartHasMarksAndThePageAsksForNothing() throws Exception {
        BrowserTab page = open(circles);
        assertDrawn(
                page,
                "accuracy-chart",
                "loss-chart",
                "heat-chart",
                "parallel-chart",
                "effect-0",
                "effect-1",
                "boundaries-chart",
                "layers-chart",
                "confusion-chart");
        String verdict = page.text("document.querySelector('.verdict').textContent");
        assertTrue(verdict.startsWith("Best of 6 trials: "), verdict);
        page.value("document.getElementById('theme').click()");
        assertEquals("dark", page.text("document.documentElement.dataset.theme"));
        page.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 420, "height", 900, "deviceScaleFactor", 1, "mobile", true));
        page.await("document.documentElement.scrollWidth <= 420");
        assertQuiet(page);
    }

    @Test
    void whatThePointerShowsIsWhatTheTableHolds() throws Exception {
        BrowserTab page = open(circles);
        page.value("document.getElementById('loss-chart').scrollIntoView({ behavior: 'instant', block: 'center' })");
        page.await("glissade.charts.get('loss-chart').chart !== null");
        JsonNode place = page.value("""
                (() => {
                  const chart = glissade.charts.get("loss-chart").chart;
                  const at = chart.getOption().series.findIndex((series) => series.row !== undefined);
                  const series = chart.getOption().series[at];
                  const [x, y] = chart.convertToPixel({ seriesIndex: at }, series.data[4]);
                  const box = chart.getDom().getBoundingClientRect();
                  return [box.left + x, box.top + y, series.row, series.data[4][0]];
                })()""");
        page.point(place.get(0).asDouble() - 3, place.get(1).asDouble());
        page.point(place.get(0).asDouble(), place.get(1).asDouble());
        page.await("document.querySelector('#loss-chart .tip') !== null");
        String shown = page.text("document.querySelector('#loss-chart .tip div span:last-child').textContent");

        RunFolder stored = RunFolder.at(new Configuration(), circles.toString());
        Table curves = stored.readParquet("curves");
        Table trials = stored.readParquet("trials");
        String trial = trials.text(place.get(2).asInt(), 0);
        int row = 0;
        while (!curves.text(row, 0).equals(trial)
                || curves.whole(row, 1) != place.get(3).asInt()) {
            row++;
        }
        String split = page.text("glissade.page.run.metric").split("\\.", 2)[0];
        double value = curves.real(row, curves.column(split + "_loss"));
        assertEquals(value, Double.parseDouble(shown), 0.00005000001);
        assertEquals(String.format(Locale.ROOT, "%.4f", value), shown);
        assertQuiet(page);
    }

    @Test
    void aBrushKeepsTheTrialsThatPass() throws Exception {
        BrowserTab page = open(circles);
        page.value(
                "document.getElementById('parallel-chart').scrollIntoView({ behavior: 'instant', block: 'center' })");
        page.await("glissade.charts.get('parallel-chart').chart !== null");
        JsonNode box = page.value(
                "(({ left, top, height }) => [left, top, height])(document.getElementById('parallel-chart').getBoundingClientRect())");
        double x = box.get(0).asDouble() + 60;
        double top = box.get(1).asDouble() + 50;
        double bottom = box.get(1).asDouble() + box.get(2).asDouble() / 2;
        page.point(x, top);
        page.mouse("mousePressed", x, top);
        for (int step = 1; step <= 5; step++) {
            page.mouse("mouseMoved", x, top + step * (bottom - top) / 5);
        }
        page.mouse("mouseReleased", x, bottom);
        page.await("glissade.wanted.passing.length === 3");
        assertEquals(
                "1 – 3 of 3 trials (6 in all)", page.text("document.querySelector('#trials .pages span').textContent"));
        String activations = page.text(
                "[...new Set(glissade.wanted.passing.map((row) => glissade.trials.values('model.activation')[row]))].join()");
        assertTrue(List.of("tanh", "relu").contains(activations), activations);
        page.value("document.querySelector('#parallel button').click()");
        page.await("glissade.wanted.passing.length === 6");
        assertQuiet(page);
    }

    @Test
    void theTableIsSortedFilteredAndChosenFrom() throws Exception {
        BrowserTab page = open(circles);
        String rates =
                "[...document.querySelectorAll('#trials tbody tr')].map((row) => row.children[3].textContent).join()";
        page.value("document.querySelector('#trials th button[title=\"training.learning-rate\"]').click()");
        assertEquals("0.01,0.01,0.1,0.1,1,1", page.text(rates));
        page.value("document.querySelector('#trials th button[title=\"training.learning-rate\"]').click()");
        assertEquals("1,1,0.1,0.1,0.01,0.01", page.text(rates));
        page.value("""
                (() => {
                  const search = document.querySelector("#trials input[type=search]");
                  search.value = "learning-rate>=0.1 relu";
                  search.dispatchEvent(new Event("input"));
                })()""");
        assertEquals("1,0.1", page.text(rates));
        page.value("document.querySelector('#trials tbody input').focus()");
        page.key(" ");
        page.await("glissade.wanted.chosen.length === 1");
        assertTrue(page.text("document.querySelector('#curves .legend').textContent")
                .contains("learning-rate 1"));
        assertTrue(page.text("document.activeElement.closest('tr').className").contains("chosen"));
        assertQuiet(page);
    }

    @Test
    void theFileHandedOutIsTheOneStored() throws Exception {
        BrowserTab page = open(circles);
        Path copy = folder.resolve("trials.csv");
        page.value("document.getElementById('download').click()");
        for (int tries = 0; !Files.exists(copy) && tries < 300; tries++) {
            Thread.sleep(100);
        }
        assertArrayEquals(Files.readAllBytes(circles.resolve("trials.csv")), Files.readAllBytes(copy));
        assertEquals(List.of(), page.troubles());
    }

    @Test
    void nothingButThePageItselfMayRunOrAsk() throws Exception {
        BrowserTab page = open(circles);
        page.value(
                "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hostile = 1' }))");
        page.value(
                "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\" onclick=\"window.hostile = 1\" id=mark>x</p>')");
        page.value("document.getElementById('mark').click()");
        assertEquals("refused", page.text("fetch('http://127.0.0.1:9/').then(() => 'answered', () => 'refused')"));
        page.await("window.refused.length >= 3");
        assertTrue(page.value("window.hostile === undefined").asBoolean());
    }

    @Test
    void hostileNamesAreOnlyNames() throws Exception {
        List<String> classes = List.of(ENDS_SCRIPT, OPENS_IMAGE, UNICODE);
        StringBuilder rows = new StringBuilder("id,\"<b>x</b>\",y,kind\n");
        for (int row = 0; row < 90; row++) {
            int kind = row % 3;
            rows.append(OPENS_IMAGE)
                    .append(row)
                    .append(',')
                    .append(kind + 0.01 * (row % 7))
                    .append(',');
            rows.append(-kind + 0.02 * (row % 5))
                    .append(',')
                    .append(classes.get(kind))
                    .append('\n');
        }
        Path data = Files.writeString(folder.resolve("hostile.csv"), rows);
        Path experiment =
                Files.writeString(folder.resolve("hostile.conf"), """
                name = "%s"
                description = "%s %s"
                data { source = csv, path = "%s", target = kind, id = id, test = 0.2, validation = 0.2 }
                model.type = softmax
                training.epochs = 4
                sweep { grid { training.learning-rate = [0.1, 1] }, replicates = 2 }
                """.formatted("hostile", ENDS_SCRIPT, UNICODE, data));
        BrowserTab page = open(run(experiment.toString()));
        assertEquals(ENDS_SCRIPT + " " + UNICODE, page.text("document.querySelector('.description').textContent"));
        assertEquals(
                new TreeSet<>(classes).toString(),
                page.text("'[' + [...glissade.page.confusion.tables[0].classes].sort().join(', ') + ']'"));
        assertDrawn(
                page,
                "configurations-chart",
                "accuracy-chart",
                "loss-chart",
                "parallel-chart",
                "effect-0",
                "boundaries-chart",
                "confusion-chart");
        assertTrue(page.text("document.querySelector('.verdict').textContent").contains("95\u00a0% interval"));
        assertTrue(page.value("window.hostile === undefined").asBoolean());
        assertFalse(page.value("document.querySelector('main img, main b') !== null")
                .asBoolean());
        assertQuiet(page);
    }

    @Test
    void oneTrialWithoutValidationAndWithValuesHasAPageToo() throws Exception {
        BrowserTab page = open(run(
                "conf/linear.conf",
                "sweep.grid=null",
                "data.rows=300",
                "data.test-rows=100",
                "data.validation=0",
                "training.epochs=5",
                "training.learning-rate=0.01",
                "training.batch-size=10",
                "output.best-by=train.loss"));
        assertDrawn(page, "loss-chart", "regression-chart");
        assertTrue(page.text("document.querySelector('.verdict').textContent").startsWith("One trial: train loss "));
        assertQuiet(page);
    }

    @Test
    void pathsLieOnTheirLandscape() throws Exception {
        BrowserTab page = open(run(
                "conf/landscapes.conf",
                "training.epochs=40",
                "sweep.grid=null",
                "sweep.grid={ model.surface = [bowl, ravine], training.learning-rate = [0.003, 0.01] }"));
        assertDrawn(page, "loss-chart", "heat-chart", "parallel-chart", "effect-0", "effect-1", "trajectories-chart");
        assertEquals(2, page.number("document.querySelectorAll('#trajectories option').length"));
        assertQuiet(page);
    }
}
