package glissade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.store.Column;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pictures show, and what they call it. */
class PictureRulesTest {
    private static final Column RATE = Column.real("training.learning-rate");
    private static final Column OPTIMIZER = Column.text("training.optimizer.type");
    private static final Column HIDDEN = Column.text("model.hidden");
    private static final int TRIALS = 32;

    @TempDir
    private Path place;

    /** A random search ranked by test loss: trial i has the rate (i + 1) / 100; of the first, that diverged, the loss is huge. */
    private RunTables run(boolean testCurves) throws IOException {
        Table trials = Schemas.trials(List.of(RATE, OPTIMIZER, HIDDEN));
        Table curves = Schemas.curves();
        for (int i = 0; i < TRIALS; i++) {
            double loss = i == 0 ? 1e30 : 0.5 + i / 100.0;
            String hidden = "[" + String.join(", ", Collections.nCopies(1 + i % 4, "32")) + "]";
            List<Object> row = new ArrayList<>(List.of(id(i), (i + 1) / 100.0, i % 2 == 0 ? "sgd" : "adam", hidden));
            row.addAll(Arrays.asList(i == 0 ? "diverged" : "completed", null, 2, 2));
            List<Double> metrics = Arrays.asList(0.3, null, null, null, loss, null);
            row.addAll(metrics);
            row.addAll(metrics);
            row.addAll(Arrays.asList("ab", 2, null));
            trials.add(row);
            for (int epoch = 1; epoch <= 2; epoch++) {
                Double test = testCurves ? loss : null;
                curves.add(Arrays.asList(id(i), epoch, 10L * epoch, 0.1, 0.3, null, null, null, test, null, 0.3));
            }
        }
        RunFolder folder = RunFolder.of(new Configuration(), place.toString(), "rules", "x" + testCurves);
        folder.writeParquet(trials);
        folder.writeParquet(curves);
        List<Integer> ranked =
                new ArrayList<>(IntStream.range(1, TRIALS).boxed().toList());
        ranked.add(0);
        return new RunTables(new StoredTables(folder), new Subject("rules", "test.loss", false, ranked));
    }

    private static String id(int trial) {
        return String.format(Locale.ROOT, "%012d", trial);
    }

    @Test
    void curvesAreThoseOfTheSplitThatRanksOrElseOfTraining() throws Exception {
        assertEquals("test", run(true).drawnSplit());
        assertEquals("train", run(false).drawnSplit());
    }

    @Test
    void manyNumbersShareThePlacesOfAHeatMapInOrder() throws Exception {
        RunTables run = run(false);
        HeatAxis rates = HeatAxis.of(run, RATE);
        assertEquals(TRIALS, rates.values());
        assertEquals(List.of("0.01 – 0.06", "0.07 – 0.12", "0.13 – 0.19", "0.2 – 0.25", "0.26 – 0.32"), rates.names());
        int before = 0;
        Set<Integer> met = new TreeSet<>();
        for (int row = 0; row < TRIALS; row++) {
            assertTrue(rates.place(row) >= before);
            before = rates.place(row);
            met.add(before);
        }
        assertEquals(Set.of(0, 1, 2, 3, 4), met);
        assertEquals(List.of("adam", "sgd"), HeatAxis.of(run, OPTIMIZER).names());
    }

    @Test
    void whatDivergedIsOffTheScaleAndLeavesItToTheOthers() throws Exception {
        MetricScale scale = new MetricScale(run(false));
        assertTrue(scale.isOff(0));
        assertEquals("diverged", scale.offInWords());
        assertFalse(scale.isOff(1) || scale.isOff(TRIALS - 1) || scale.isByRatio());
        assertEquals(1, scale.goodness(1));
        assertEquals(0, scale.goodness(TRIALS - 1));
    }

    /** The loss is the lower of two plots; that of the first trial spans thirty decades. */
    private static String labelOfLoss(JFreeChart chart) {
        List<?> plots = ((CombinedDomainXYPlot) chart.getPlot()).getSubplots();
        return ((XYPlot) plots.get(plots.size() - 1)).getRangeAxis().getLabel();
    }

    @Test
    void anAxisByRatioSaysSoInTheWordsOfThePage() throws Exception {
        RunTables run = run(true);
        CurveCharts charts = new CurveCharts(run, DrawnTrials.of(run));
        assertEquals("loss, smaller ones at the bottom (logarithmic)", labelOfLoss(charts.trial(0)));
        assertEquals("loss", labelOfLoss(charts.trial(1)));
        assertEquals("updates (logarithmic)", Look.ratioAxis("updates").getLabel());
    }

    @Test
    void theLeadingTrialsHaveTheColoursOfTheirPlaces() throws Exception {
        DrawnTrials drawn = DrawnTrials.of(run(false));
        assertEquals(Palette.MOST_LINES, drawn.rows().size());
        for (int place = 0; place < Palette.MOST_LINES; place++) {
            assertEquals(Palette.line(place), drawn.colour(place + 1));
        }
        assertEquals(Palette.INK, drawn.colour(0));
        assertEquals("the leading trials", drawn.words());
    }

    /** Five trials of two rates on two surfaces; only on the ravine do they leave the straight line. */
    @Test
    void waysHaveTheColourOfTheirKindOnTheSurfaceWhereTheyTurn() throws Exception {
        Column surface = Column.text("model.surface");
        Table trials = Schemas.trials(List.of(surface, RATE));
        Table trajectory = Schemas.trajectory();
        for (int i = 0; i < 5; i++) {
            String where = i < 3 ? "bowl" : "ravine";
            trials.add(row("completed", id(i), where, i % 2 == 0 ? 0.1 : 0.2));
            for (int step = 0; step < 3; step++) {
                double y = where.equals("bowl") ? 1 : step;
                trajectory.add(Arrays.asList(id(i), step, (double) step, y, 0.3));
            }
        }
        RunFolder folder = RunFolder.of(new Configuration(), place.toString(), "ways", "x");
        folder.writeParquet(trials);
        folder.writeParquet(Schemas.curves());
        folder.writeParquet(trajectory);
        List<Integer> ranked = List.of(0, 1, 2, 3, 4);
        DrawnTrials drawn = DrawnTrials.of(
                new RunTables(new StoredTables(folder), new Subject("ways", "train.loss", false, ranked)));
        assertEquals("the best of each learning-rate on ravine", drawn.words());
        assertEquals(List.of(3, 4), drawn.rows());
        assertEquals(Palette.line(1), drawn.colour(1));
        assertEquals(Palette.line(1), drawn.colour(3));
        assertEquals(Palette.line(0), drawn.colour(4));
    }

    /** A trial's id and what was varied in it, how it ended, and some training loss. */
    private static List<Object> row(String status, Object... first) {
        List<Object> row = new ArrayList<>(Arrays.asList(first));
        row.addAll(Arrays.asList(status, null, 2, 2));
        List<Double> metrics = Arrays.asList(0.3, null, null, null, null, null);
        row.addAll(metrics);
        row.addAll(metrics);
        row.addAll(Arrays.asList("ab", 2, null));
        return row;
    }

    /** The axis of trials with so many epochs of so many updates each, the first of which diverged at once. */
    private CurveAxis axis(int... epochsAndUpdates) throws IOException {
        Table trials = Schemas.trials(List.of(RATE));
        Table curves = Schemas.curves();
        trials.add(row("diverged", id(0), 1.0));
        curves.add(Arrays.asList(id(0), 1, 1L, 0.1, 1e30, null, null, null, null, null, 1e30));
        for (int i = 1; 2 * i <= epochsAndUpdates.length; i++) {
            trials.add(row("completed", id(i), (double) i));
            for (int epoch = 1; epoch <= epochsAndUpdates[2 * i - 2]; epoch++) {
                long steps = (long) epoch * epochsAndUpdates[2 * i - 1];
                curves.add(Arrays.asList(id(i), epoch, steps, 0.1, 0.3, null, null, null, null, null, 0.3));
            }
        }
        RunFolder folder =
                RunFolder.of(new Configuration(), place.toString(), "axis", Arrays.toString(epochsAndUpdates));
        folder.writeParquet(trials);
        folder.writeParquet(curves);
        List<Integer> ranked = IntStream.range(0, trials.rows()).boxed().toList();
        Subject subject = new Subject("axis", "train.loss", false, ranked);
        return CurveAxis.of(new RunTables(new StoredTables(folder), subject), ranked);
    }

    @Test
    void curvesOfVeryDifferentLengthsAreDrawnOverUpdatesOrTheLogarithmOfTheEpoch() throws Exception {
        assertEquals(new CurveAxis("epoch", "epoch", false), axis(60, 2, 12, 100));
        assertEquals(new CurveAxis("steps", "updates", false), axis(120, 10, 10, 100));
        assertEquals(new CurveAxis("epoch", "epoch", true), axis(120, 10, 10, 10));
        assertEquals("epochs (logarithmic)", axis(110, 1, 10, 1).inWords());
        assertEquals("epoch (logarithmic)", axis(111, 1, 10, 1).axis().getLabel());
    }

    @Test
    void aTypeGoesByItsOwnersNameAndLongListsByWhatTheyRepeat() throws Exception {
        RunTables run = run(false);
        assertEquals(
                "learning-rate 0.03, optimizer sgd, hidden [32 × 3]",
                run.names().trial(2));
        assertEquals("hidden ([32 × 3]: 3 times 32)", new SweptAxis(run, HIDDEN).label());
        assertEquals("optimizer", new SweptAxis(run, OPTIMIZER).label());
        assertEquals("path", Names.explained("path", List.of("a × 2", " × ", "[ × ]")));
        for (String text : List.of("[32, 32]", "[3, 3, 2]", "[]", "relu", "[a, a, a")) {
            assertEquals(text, Names.listed(text));
        }
    }

    @Test
    void classesStandByNumberOrByAlphabet() {
        assertEquals(List.of("2", "10", "11"), ClassOrder.of(List.of("10", "2", "11", "2")));
        assertEquals(List.of("10", "2", "x"), ClassOrder.of(List.of("x", "2", "10")));
    }

    @Test
    void wordsThatDoNotFitAreCutBetweenLetters() {
        try {
            String all = "👩‍🚀👩‍🚀 " + "word ".repeat(50);
            String cut = Picture.cut(all, Look.LABEL, 100);
            assertTrue(cut.endsWith("…") && Picture.width(cut, Look.LABEL) <= 100, cut);
            assertEquals("word", Picture.cut("word", Look.LABEL, 100));
        } catch (LinkageError | InternalError e) {
            System.out.println("PictureRulesTest: this Java has no fonts, so that no words were measured");
        }
    }
}
