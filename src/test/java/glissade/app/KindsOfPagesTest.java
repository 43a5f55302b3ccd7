package glissade.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.browser.BrowserTab;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of runs of many kinds, in a real browser. */
class KindsOfPagesTest {
    private static final String ENDS_SCRIPT = "</script><script>window.hostile = 1</script>";
    private static final String OPENS_IMAGE = "<img src=x onerror=window.hostile=1>";
    private static final String UNICODE = "Ελλάδα 漢字 🎿";

    @TempDir
    private static Path folder;

    private static OpenedPages pages;

    @BeforeAll
    static void start() throws Exception {
        pages = OpenedPages.in(folder);
    }

    @AfterAll
    static void stop() {
        if (pages != null) {
            pages.close();
        }
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
                sweep { grid { training.learning-rate = [0.1, 1], training.batch-size = [10, 20] }, replicates = 2 }
                """.formatted("hostile", ENDS_SCRIPT, UNICODE, data));
        BrowserTab page = pages.open(pages.run(experiment.toString(), "x"));
        assertEquals(ENDS_SCRIPT + " " + UNICODE, page.text("document.querySelector('.description').textContent"));
        assertEquals(
                new TreeSet<>(classes).toString(),
                page.text("'[' + [...glissade.page.confusion.tables[0].classes].sort().join(', ') + ']'"));
        OpenedPages.assertDrawn(
                page,
                "configurations-chart",
                "accuracy-chart",
                "loss-chart",
                "heat-chart",
                "parallel-chart",
                "effect-0",
                "effect-1",
                "boundaries-chart",
                "confusion-chart");
        assertTrue(page.text("document.querySelector('.verdict').textContent").contains("95\u00a0% interval"));
        assertTrue(page.value("window.hostile === undefined").asBoolean());
        assertEquals("batch-size,learning-rate", page.text("""
                        [...new Set(glissade.charts.get("configurations-chart").option(360).yAxis.data.map((name) => name.split(",\\n").map((line) => line.split(" ")[0]).join()))].join(" and ")"""));
        assertFalse(page.value("document.querySelector('main img, main b') !== null")
                .asBoolean());
        OpenedPages.assertQuiet(page);
    }

    @Test
    void oneTrialWithoutValidationAndWithValuesHasAPageToo() throws Exception {
        BrowserTab page = pages.open(pages.run(
                "conf/linear.conf",
                "x",
                "sweep.grid=null",
                "data.rows=300",
                "data.test-rows=100",
                "data.validation=0",
                "training.epochs=5",
                "training.learning-rate=0.01",
                "training.batch-size=10",
                "output.best-by=train.loss"));
        OpenedPages.assertDrawn(page, "loss-chart", "regression-chart");
        assertTrue(page.text("document.querySelector('.verdict').textContent").startsWith("One trial: train loss "));
        OpenedPages.assertQuiet(page);
    }

    @Test
    void pathsLieOnTheirLandscape() throws Exception {
        BrowserTab page = pages.open(pages.run(
                "conf/landscapes.conf",
                "x",
                "training.epochs=40",
                "sweep.grid=null",
                "sweep.grid={ model.surface = [bowl, ravine], training.learning-rate = [0.003, 0.01] }"));
        OpenedPages.assertDrawn(
                page, "loss-chart", "heat-chart", "parallel-chart", "effect-0", "effect-1", "trajectories-chart");
        assertEquals(2, page.number("document.querySelectorAll('#trajectories option').length"));
        assertTrue(page.value("""
                (() => {
                  const lines = (id) => glissade.charts.get(id).chart.getOption().series.filter(({ type, name, color }) => type === "line" && name !== "others");
                  const colours = new Map(lines("loss-chart").map(({ name, color }) => [name, color]));
                  const inks = ["#0072b2", "#e69f00"];
                  return colours.size === 2 && lines("loss-chart").filter(({ row }) => row !== undefined).every(({ row, color }) => color === inks[glissade.page.trajectory.lines.find((line) => line.row === row).kind]) && lines("trajectories-chart").every(({ name, color }) => colours.get(name) === color);
                })()""").asBoolean());
        OpenedPages.assertQuiet(page);
    }

    @Test
    void nightsFollowEachOtherAndTheLaterOnesChangeNoPage() throws Exception {
        String[] small = {
            "training.epochs=5", "sweep.grid=null", "sweep.replicates=2", "gate.require=[]", "gate.data=null"
        };
        Path first = pages.run("conf/nightly.conf", "first", small);
        byte[] before = Files.readAllBytes(OpenedPages.page(first));
        Path second = pages.run("conf/nightly.conf", "second", small);
        BrowserTab page = pages.open(second);
        assertEquals(2, page.number("glissade.charts.get('history-chart').option().series[1].data.length"));
        String verdict = page.text("document.querySelector('.verdict').textContent");
        assertTrue(verdict.contains("exactly as good as the baseline first"), verdict);
        OpenedPages.assertQuiet(page);
        pages.redraw(first);
        assertArrayEquals(before, Files.readAllBytes(OpenedPages.page(first)));
    }

    /** A slider, its keys, and a button that plays unless less motion is asked for; single steps beside them. */
    @Test
    void theWayOfABoundaryIsWalkedByKeysAndPlayed() throws Exception {
        BrowserTab page = pages.open(pages.run(
                "conf/circles.conf",
                "way",
                "training.epochs=6",
                "output.boundary-epochs=[1, 2, 4]",
                "curves.every-steps=1",
                "sweep.grid=null",
                "sweep.grid={ training.batch-size = [10, 200] }"));
        OpenedPages.assertDrawn(
                page, "accuracy-chart", "loss-chart", "steps-chart", "effect-0", "boundaries-chart", "confusion-chart");
        String across = "glissade.charts.get('%s').chart.getOption().xAxis[0].name";
        assertEquals("updates (logarithmic)", page.text(across.formatted("steps-chart")));
        assertEquals("epoch", page.text(across.formatted("loss-chart")));
        String epoch = "document.querySelector('#boundaries output').textContent";
        page.value("document.querySelector('#boundaries input[type=range]').focus()");
        page.key("Home");
        assertEquals("1", page.text(epoch));
        page.key("ArrowRight");
        assertEquals("2", page.text(epoch));
        assertEquals(
                "epoch 2",
                page.text("document.querySelector('#boundaries input[type=range]').getAttribute('aria-valuetext')"));
        page.value("document.querySelector('#boundaries .way button').click()");
        page.await("document.querySelector('#boundaries .way button').textContent === 'Play'");
        assertTrue(page.number("Number(" + epoch + ")") > 2);
        page.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        page.await("document.querySelector('#boundaries .way button').hidden");
        OpenedPages.assertQuiet(page);
    }

    @Test
    void whereEveryTrialDivergesThePageSaysSo() throws Exception {
        BrowserTab page = pages.open(pages.run(
                "conf/linear.conf",
                "diverged",
                "training.epochs=4",
                "data.rows=300",
                "data.test-rows=50",
                "sweep.grid=null",
                "sweep.grid={ training.learning-rate = [1000, 10000] }"));
        assertEquals(
                "No trial ended with a result: 2 diverged.",
                page.text("document.querySelector('.verdict').textContent"));
        assertEquals("diverged", page.text("document.querySelector('#trials td.bad').textContent"));
        OpenedPages.assertQuiet(page);
    }

    /** All but the two tables that every run has may be missing, as in a run of an older version. */
    @Test
    void withoutTheOtherTablesThereIsAPageOfTheTrials() throws Exception {
        Path run = pages.run(
                "conf/circles.conf",
                "few",
                "training.epochs=3",
                "sweep.grid=null",
                "sweep.grid={ training.batch-size = [10, 50] }");
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(run, "*.parquet")) {
            for (Path table : tables) {
                if (!List.of("trials.parquet", "curves.parquet")
                        .contains(table.getFileName().toString())) {
                    Files.delete(table);
                }
            }
        }
        OlderVersion.forgetSums(run);
        pages.redraw(run);
        BrowserTab page = pages.open(run);
        OpenedPages.assertDrawn(page, "accuracy-chart", "loss-chart", "effect-0");
        OpenedPages.assertQuiet(page);
    }

    @Test
    void aRunThatHasNotEndedHasAPageThatSaysSo() throws Exception {
        Path run = Files.createDirectories(folder.resolve("runs/begun/x"));
        Files.writeString(
                run.resolve("status.json"),
                "{\n  \"state\" : \"running\", \"phase\" : \"training\", \"started\" : \"2026-11-20T01:00:00Z\"\n}\n");
        pages.redraw(run);
        BrowserTab page = pages.open(run);
        assertEquals("partial", page.text("document.querySelector('.mark').textContent"));
        assertEquals("begun", page.text("document.querySelector('h1').textContent"));
        OpenedPages.assertQuiet(page);
    }
}
