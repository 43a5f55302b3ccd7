package glissade.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import glissade.browser.BrowserTab;
import glissade.store.RunFolder;
import glissade.store.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a real run in a real browser: seen, pointed at, brushed, sorted, filtered and attacked. */
class PageTest {
    @TempDir
    private static Path folder;

    private static OpenedPages pages;
    private static Path circles;

    @BeforeAll
    static void trainAndStart() throws Exception {
        pages = OpenedPages.in(folder);
        circles = pages.run(
                "conf/circles.conf",
                "x",
                "training.epochs=8",
                "evaluate.layers=true",
                "sweep.grid=null",
                "sweep.grid={ model.activation = [tanh, relu], training.learning-rate = [0.01, 0.1, 1] }");
    }

    @AfterAll
    static void stop() {
        if (pages != null) {
            pages.close();
        }
    }

    @Test
    void everyChartHasMarksAndThePageAsksForNothing() throws Exception {
        BrowserTab page = pages.open(circles);
        OpenedPages.assertDrawn(
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
        OpenedPages.assertQuiet(page);
    }

    @Test
    void whatThePointerShowsIsWhatTheTableHolds() throws Exception {
        BrowserTab page = pages.open(circles);
        page.value("document.getElementById('loss-chart').scrollIntoView({ behavior: 'instant', block: 'center' })");
        page.await("glissade.charts.get('loss-chart').chart !== null");
        page.awaitRest();
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
        OpenedPages.assertQuiet(page);
    }

    @Test
    void aBrushKeepsTheTrialsThatPass() throws Exception {
        BrowserTab page = pages.open(circles);
        page.value(
                "document.getElementById('parallel-chart').scrollIntoView({ behavior: 'instant', block: 'center' })");
        page.await("glissade.charts.get('parallel-chart').chart !== null");
        page.awaitRest();
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
        OpenedPages.assertQuiet(page);
    }

    @Test
    void theTableIsSortedFilteredAndChosenFrom() throws Exception {
        BrowserTab page = pages.open(circles);
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
        OpenedPages.assertQuiet(page);
    }

    @Test
    void theFileHandedOutIsTheOneStored() throws Exception {
        BrowserTab page = pages.open(circles);
        Path copy = folder.resolve("trials.csv");
        page.value("document.getElementById('download').click()");
        byte[] stored = Files.readAllBytes(circles.resolve("trials.csv"));
        for (int tries = 0; !(Files.exists(copy) && Files.size(copy) == stored.length) && tries < 1_800; tries++) {
            Thread.sleep(100);
        }
        assertArrayEquals(stored, Files.readAllBytes(copy));
        assertEquals(List.of(), page.troubles());
    }

    @Test
    void nothingButThePageItselfMayRunOrAsk() throws Exception {
        BrowserTab page = pages.open(circles);
        page.value(
                "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hostile = 1' }))");
        page.value(
                "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\" onclick=\"window.hostile = 1\" id=mark>x</p>')");
        page.value("document.getElementById('mark').click()");
        assertEquals("refused", page.text("fetch('http://127.0.0.1:9/').then(() => 'answered', () => 'refused')"));
        page.await("window.refused.length >= 3");
        assertTrue(page.value("window.hostile === undefined").asBoolean());
    }

    /** Where the axes lie below each other, the first is brushed from left to right. */
    @Test
    void aBrushKeepsTrialsInANarrowWindowToo() throws Exception {
        BrowserTab page = pages.open(circles);
        page.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 400, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        page.value(
                "document.getElementById('parallel-chart').scrollIntoView({ behavior: 'instant', block: 'center' })");
        page.await("glissade.charts.get('parallel-chart').chart !== null");
        page.await("glissade.charts.get('parallel-chart').chart.getOption().parallel[0].layout === 'vertical'");
        page.awaitRest();
        JsonNode box = page.value("""
                (({ left, top }, { x, y, width }) => [left + x, top + y, width])(
                  document.getElementById("parallel-chart").getBoundingClientRect(),
                  glissade.charts.get("parallel-chart").chart.getModel().getComponent("parallel").coordinateSystem.getRect())""");
        double left = box.get(0).asDouble() + 4;
        double right = box.get(0).asDouble() + 0.4 * box.get(2).asDouble();
        double y = box.get(1).asDouble();
        page.point(left, y);
        page.mouse("mousePressed", left, y);
        for (int step = 1; step <= 5; step++) {
            page.mouse("mouseMoved", left + step * (right - left) / 5, y);
        }
        page.mouse("mouseReleased", right, y);
        page.await("glissade.wanted.passing.length === 3");
        OpenedPages.assertQuiet(page);
    }

    /** A window of 260 has no room for numbers in the places. */
    @Test
    void aPlaceTooNarrowForItsNumberTellsItToAFinger() throws Exception {
        String lead = "document.querySelector('#heat .lead').textContent";
        BrowserTab page = pages.open(circles, 400);
        assertTrue(page.text(lead).endsWith("Choose a place to see its curves."));
        OpenedPages.window(page, 260);
        page.await(lead + ".endsWith('Choose a place to see its number and curves.')");
        page.call("Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
        page.awaitRest();
        JsonNode place = page.value("""
                (() => {
                  const { chart, dom } = glissade.charts.get("heat-chart");
                  const { data, label } = chart.getOption().series[0];
                  const [x, y] = chart.convertToPixel({ seriesIndex: 0 }, data[0].value);
                  const { left, top } = dom.getBoundingClientRect();
                  return [left + x, top + y, label.formatter({ value: data[0].value })];
                })()""");
        Map<String, ?> finger =
                Map.of("x", place.get(0).asDouble(), "y", place.get(1).asDouble());
        page.call("Input.dispatchTouchEvent", Map.of("type", "touchStart", "touchPoints", List.of(finger)));
        page.call("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
        page.await("document.querySelector('#heat-chart .tip') !== null");
        assertTrue(page.text("document.querySelector('#heat-chart .tip').textContent")
                .endsWith(place.get(2).asText()));
        OpenedPages.assertQuiet(page);
    }

    /** Browsers cut what a closed list says, so that a face that folds lies above it. */
    @Test
    void aListSaysAllOfWhatWasChosenInANarrowWindow() throws Exception {
        BrowserTab page = pages.open(circles, 400);
        String face = "document.querySelector('#confusion .faced span')";
        String list = "document.querySelector('#confusion select')";
        for (int place : new int[] {0, 1}) {
            page.value("(" + list + ".selectedIndex = " + place + ", " + list + ".dispatchEvent(new Event('change')))");
            assertEquals(page.text(list + ".options[" + place + "].textContent"), page.text(face + ".textContent"));
        }
        assertTrue(page.value(face + ".scrollWidth <= " + face + ".parentElement.clientWidth && " + face
                        + ".parentElement.getBoundingClientRect().right <= 400")
                .asBoolean());
        OpenedPages.assertQuiet(page);
    }
}
