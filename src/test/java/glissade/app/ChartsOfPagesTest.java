package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import glissade.browser.BrowserTab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the charts of a page promise whatever is in them, in a real browser. */
class ChartsOfPagesTest {
    private static final String AXIS_OF = "glissade.charts.get('%s').chart.getOption().%s[0]";

    @TempDir
    private static Path folder;

    private static OpenedPages pages;
    private static Path linear;
    private static Path circles;
    private static Path replicated;

    @BeforeAll
    static void trainAndStart() throws Exception {
        pages = OpenedPages.in(folder);
        linear = pages.run(
                "conf/linear.conf",
                "x",
                "training.epochs=4",
                "data.rows=300",
                "data.test-rows=50",
                "sweep.grid=null",
                "sweep.grid={ training.batch-size = [10, 20], training.learning-rate = [0.001, 0.01, 0.1, 1000] }");
        circles = pages.run(
                "conf/circles.conf",
                "x",
                "training.epochs=6",
                "evaluate.layers=true",
                "sweep.grid=null",
                "sweep.grid={ model.activation = [tanh, relu], training.learning-rate = [0.01, 0.1, 1] }");
        replicated = pages.run(
                "conf/circles.conf",
                "rows",
                "training.epochs=6",
                "sweep.replicates=3",
                "sweep.grid=null",
                "sweep.grid={ data.rows = [200, 400, 800] }");
    }

    @AfterAll
    static void stop() {
        if (pages != null) {
            pages.close();
        }
    }

    @Test
    void trialsThatDivergedLieBeyondTheWorstNumber() throws Exception {
        BrowserTab page = pages.open(linear, 1280);
        assertEquals(
                2, page.number("glissade.trials.values('status').filter((status) => status === 'diverged').length"));
        for (String chart : new String[] {"effect-0", "effect-1"}) {
            String axis = AXIS_OF.formatted(chart, "yAxis");
            assertEquals("diverged", page.text("(({ max, axisLabel }) => axisLabel.formatter(max))(" + axis + ")"));
            String dots =
                    "glissade.charts.get('%s').chart.getOption().series.filter(({ name }) => name === 'trials')[0].data"
                            .formatted(chart);
            assertEquals(8, page.number(dots + ".length"));
            assertEquals(2, page.number(dots + ".filter(([, y]) => y === " + axis + ".max).length"));
        }
        assertEquals(8, page.number("glissade.charts.get('parallel-chart').chart.getOption().series[0].data.length"));
        assertEquals(
                2,
                page.number(
                        "(({ data, label }) => data.filter((place) => label.formatter(place) === 'diverged').length)(glissade.charts.get('heat-chart').chart.getOption().series[0])"));
        assertTrue(
                page.text("document.querySelector('#heat .scale').textContent").endsWith("diverged"));
        assertEquals(
                "2 trials diverged: at that mark, beyond the worst number. Medians count them as the worst.",
                page.text("document.querySelector('#effects .note').textContent"));
        OpenedPages.assertQuiet(page);
    }

    /** The marks of an axis by ratio are round, and there is room beyond the curves at both ends. */
    @Test
    void anAxisByRatioSaysSoAndReachesBeyondItsCurves() throws Exception {
        BrowserTab page = pages.open(linear, 1280);
        String axis = AXIS_OF.formatted("loss-chart", "yAxis");
        assertEquals("logarithmic", page.text(axis + ".name"));
        assertTrue(page.value("""
                (({ min, max, interval, axisLabel }, series) => {
                  const heights = series.filter(({ row }) => row !== undefined).flatMap(({ data }) => data.map(([, y]) => y));
                  const marks = Array.from({ length: Math.round((max - min) / interval) + 1 }, (_, i) => axisLabel.formatter(min + i * interval));
                  return min < Math.min(...heights) && max > Math.max(...heights) && marks.filter(Boolean).length >= 3
                    && marks.every((mark) => mark === "" || /^0*[125]0*$/.test(mark.replace(/[.,]|e-?\\d+/g, "")));
                })(%s, glissade.charts.get("loss-chart").chart.getOption().series)""".formatted(axis)).asBoolean());
        OpenedPages.assertQuiet(page);
    }

    /** Also of accuracies that hardly differ, and of losses over many decades. */
    @Test
    void anAxisHasAFewMarksWhateverItsScale() throws Exception {
        for (Path run : new Path[] {linear, circles}) {
            BrowserTab page = pages.open(run, 1280);
            for (String scale : new String[] {"even", "ratio"}) {
                page.value("""
                        (() => {
                          const scale = [...document.querySelectorAll("#curves select")].find((list) => [...list.options].some(({ value }) => value === "ratio"));
                          scale.value = "%s";
                          scale.dispatchEvent(new Event("change"));
                        })()""".formatted(scale));
                JsonNode marks = page.value("""
                        [...glissade.charts.values()].filter(({ chart }) => chart).flatMap(({ chart }) => [...(chart.getOption().yAxis ?? []), ...(chart.getOption().parallelAxis ?? [])])
                          .filter(({ interval }) => interval > 0).map(({ min, max, interval, axisLabel }) => {
                            const places = Math.round((max - min) / interval) + 1;
                            return [places, Array.from({ length: places }, (_, i) => axisLabel.formatter(min + i * interval)).filter(Boolean).length];
                          })""");
                assertTrue(marks.size() >= 3, marks.toString());
                for (JsonNode axis : marks) {
                    assertTrue(axis.get(0).asInt() <= 42, marks.toString());
                    assertTrue(axis.get(1).asInt() >= 2 && axis.get(1).asInt() <= 16, marks.toString());
                }
            }
            OpenedPages.assertQuiet(page);
        }
    }

    @Test
    void everyChartFillsItsBoxHoweverTheWindowChanges() throws Exception {
        for (Path run : new Path[] {linear, circles}) {
            BrowserTab page = pages.open(run, 1280);
            for (int width : new int[] {400, 1280, 700}) {
                OpenedPages.window(page, width);
                page.await("""
                        [...glissade.charts.values()].filter(({ dom }) => dom.offsetParent !== null).every(({ dom, chart }) => {
                          const plane = chart.getModel().getComponent("grid") ?? chart.getModel().getComponent("parallel");
                          const { x, y, width, height } = plane.coordinateSystem.getRect();
                          return chart.getWidth() === dom.clientWidth && chart.getHeight() === dom.clientHeight
                            && x >= 0 && y >= 0 && width > 0.5 * dom.clientWidth && x + width <= dom.clientWidth
                            && height > 0.4 * dom.clientHeight && y + height <= dom.clientHeight;
                        })""");
                page.await("document.documentElement.scrollWidth <= " + width);
            }
            OpenedPages.assertQuiet(page);
        }
    }

    @Test
    void aTrialHasOneColourAndTheBestIsOnTop() throws Exception {
        BrowserTab page = pages.open(circles, 1280);
        assertTrue(page.value("""
                (() => {
                  const series = ["accuracy-chart", "loss-chart"].map((id) => glissade.charts.get(id).chart.getOption().series.filter(({ row }) => row !== undefined));
                  const colours = new Map(series[0].map(({ row, color }) => [row, color]));
                  const legend = [...document.querySelectorAll("#curves .legend i")].map((swatch) => swatch.style.background);
                  return series[0].length === 6 && series[0][0].row === glissade.page.trials.ranked[0] && new Set(colours.values()).size === 6 && legend.length === 6
                    && series.every((lines) => lines.every(({ row, color }) => colours.get(row) === color))
                    && series.every((lines) => lines.every(({ z }, i) => i === 0 || z < lines[i - 1].z));
                })()""").asBoolean());
        OpenedPages.assertQuiet(page);
    }

    /** The third is green in the pictures; one that is not drawn there does not take the colour of one that is. */
    @Test
    void aTrialHasTheColourOfThePicturesAlsoWhenItIsChosen() throws Exception {
        BrowserTab page = pages.open(circles, 1280);
        String legend =
                "[...document.querySelectorAll('#curves .legend i')].map((swatch) => swatch.style.background).join()";
        String third = page.text(legend).split("(?<=\\)),")[2];
        assertEquals("rgb(0, 158, 115)", third);
        page.value("glissade.choose([glissade.page.trials.ranked[2]])");
        assertEquals(third, page.text(legend));
        page = pages.open(replicated, 1280);
        page.value("glissade.choose([glissade.page.trials.ranked.at(-1), glissade.page.trials.ranked[0]])");
        assertEquals("rgb(75, 85, 99),rgb(0, 114, 178)", page.text(legend));
        OpenedPages.assertQuiet(page);
    }

    @Test
    void ofReplicatesTheTableShowsRankAndMeanOfTheConfiguration() throws Exception {
        BrowserTab page = pages.open(replicated, 1280);
        assertEquals("mean validation loss", page.text("document.querySelectorAll('#trials th')[4].textContent"));
        assertEquals(
                3,
                page.number(
                        "new Set([...document.querySelectorAll('#trials tbody tr')].map((row) => row.children[1].textContent + row.children[2].textContent + row.children[4].textContent)).size"));
        String ranks =
                "[...document.querySelectorAll('#trials tbody tr')].map((row) => row.children[1].textContent + '.' + row.children[3].textContent).join()";
        String byRank = "1.0,1.1,1.2,2.0,2.1,2.2,3.0,3.1,3.2";
        assertEquals(byRank, page.text(ranks));
        page.value("document.querySelector('#trials th button[title=replicate]').click()");
        assertEquals("1.0,2.0,3.0,1.1,2.1,3.1,1.2,2.2,3.2", page.text(ranks));
        page.value("document.querySelector('#trials th button[title=rank]').click()");
        assertEquals(byRank, page.text(ranks));
        assertEquals("ascending", page.text("document.querySelectorAll('#trials th')[1].ariaSort"));
        // One line for each configuration, not three of the best one.
        assertEquals(
                3,
                page.number(
                        "new Set([...document.querySelectorAll('#curves .legend li')].map((item) => item.textContent.split(',')[0])).size"));
        assertEquals(3, page.number("document.querySelectorAll('#curves .legend li').length"));
        OpenedPages.assertQuiet(page);
    }

    @Test
    void curvesOfDifferentNumbersOfRowsAreDrawnOverUpdates() throws Exception {
        String across = AXIS_OF.formatted("loss-chart", "xAxis") + ".name";
        assertEquals("updates", page(replicated, across));
        assertEquals("epoch", page(circles, across));
    }

    private static String page(Path run, String expression) throws Exception {
        BrowserTab page = pages.open(run, 1280);
        String text = page.text(expression);
        OpenedPages.assertQuiet(page);
        return text;
    }

    @Test
    void theExampleOfAFilterDividesTheTrials() throws Exception {
        for (Path run : new Path[] {linear, circles, replicated}) {
            BrowserTab page = pages.open(run, 1280);
            page.value("""
                    (() => {
                      const search = document.querySelector("#trials input[type=search]");
                      search.value = search.placeholder.replace("for example", "");
                      search.dispatchEvent(new Event("input"));
                    })()""");
            assertTrue(page.value(
                            "glissade.wanted.passing.length > 0 && glissade.wanted.passing.length < glissade.trials.rows")
                    .asBoolean());
            OpenedPages.assertQuiet(page);
        }
    }

    @Test
    void coloursHaveALegendAndTheInkOnThemCanBeRead() throws Exception {
        BrowserTab page = pages.open(circles, 1280);
        String dots = "glissade.charts.get('boundaries-chart').chart.getOption().series[1].data.length";
        assertTrue(page.text("document.querySelector('#boundaries .note').textContent")
                .contains("Dots: " + page.text(dots) + " train rows."));
        assertEquals(
                "inner,outer",
                page.text(
                        "[...document.querySelectorAll('#boundaries .legend li')].map((item) => item.textContent).sort().join()"));
        assertEquals(
                "1",
                page.text(
                        "[...glissade.charts.get('layers-chart').chart.getOption().series.map(({ name }) => name)].sort()[0].split(' ')[1]"));
        for (String theme : new String[] {"light", "dark"}) {
            page.value("document.documentElement.dataset.theme !== '%s' && document.getElementById('theme').click()"
                    .formatted(theme));
            double least = page.value("""
                    (() => {
                      const channels = (colour) => colour.startsWith("#") ? [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) : colour.match(/\\d+/g).map(Number);
                      const light = (colour) => channels(colour).map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
                      const places = ["heat-chart", "confusion-chart"].flatMap((id) => glissade.charts.get(id).chart.getOption().series[0].data);
                      return Math.min(...places.map(({ itemStyle, label }) => [light(itemStyle.color), light(label.color)].sort((a, b) => b - a))
                        .map(([high, low]) => (high + 0.05) / (low + 0.05)));
                    })()""").asDouble();
            assertTrue(least >= 4.5, theme + " " + least);
        }
        OpenedPages.assertQuiet(page);
    }
}
