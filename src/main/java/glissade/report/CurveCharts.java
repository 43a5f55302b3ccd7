package glissade.report;

import glissade.store.Schemas;
import glissade.store.Table;
import java.awt.BasicStroke;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Learning curves: accuracy over loss, and loss against updates. */
final class CurveCharts {
    private static final List<String> SPLITS = List.of("train", "validation", "test");
    private static final double LARGE_RANGE = 10;
    private static final double LARGEST_RANGE = 1e9;

    private final RunTables run;

    CurveCharts(RunTables run) {
        this.run = run;
    }

    /** Of one trial, on each split. */
    JFreeChart trial(int row) {
        String id = run.id(row);
        List<XYSeries> accuracy = SPLITS.stream()
                .map(split -> run.curves().line(id, "epoch", split + "_accuracy", split))
                .toList();
        List<XYSeries> loss = SPLITS.stream()
                .map(split -> run.curves().line(id, "epoch", split + "_loss", split))
                .toList();
        JFreeChart chart =
                accuracyOverLoss("The best trial: " + run.names().trial(row), epochInWords(row), accuracy, loss);
        markEpoch((CombinedDomainXYPlot) chart.getPlot(), row);
        return chart;
    }

    private String epochInWords(int row) {
        int best = run.trials().column(Schemas.BEST_EPOCH);
        String which = run.subject().bestEpoch()
                ? "dotted: epoch " + Words.count(run.trials().whole(row, best)) + ", its best by "
                : "ranked at its last epoch by ";
        return run.subject().name() + "; " + which + run.subject().metricInWords();
    }

    private void markEpoch(CombinedDomainXYPlot panels, int row) {
        if (!run.subject().bestEpoch()) {
            return;
        }
        BasicStroke dots =
                new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 0, new float[] {3, 4}, 0);
        double epoch = run.trials().whole(row, run.trials().column(Schemas.BEST_EPOCH));
        for (Object panel : panels.getSubplots()) {
            ((XYPlot) panel).addDomainMarker(new ValueMarker(epoch, Palette.FAINT_INK, dots));
        }
    }

    /** Of the leading trials, on the split that ranks them if it has curves. */
    JFreeChart leaders() {
        String split = run.drawnSplit();
        boolean ranking = split.equals(run.subject().split());
        return accuracyOverLoss(
                "The leading trials, on the " + Words.rows(split),
                run.subject().name() + "; ranked by " + rankedBy() + (ranking ? "" : ", which has no curve")
                        + "; first named first",
                linesOfLeaders(run.curves(), "epoch", split + "_accuracy"),
                linesOfLeaders(run.curves(), "epoch", split + "_loss"));
    }

    private String rankedBy() {
        return Schemas.isReplicated(run.trials())
                ? "mean " + run.subject().metricInWords() + ", of each configuration the best replicate"
                : run.subject().metricInWords();
    }

    /** Training loss against the number of updates, from the table of steps where the run has one. */
    JFreeChart lossBySteps(Optional<Table> steps) {
        List<XYSeries> lines = steps.map(CurveTable::new)
                .map(table -> linesOfLeaders(table, "step", "loss"))
                .orElseGet(() -> linesOfLeaders(run.curves(), "steps", "train_loss"));
        XYPlot plot = losses(lines, "train loss");
        plot.setDomainAxis(updatesAxis(lines));
        JFreeChart chart = Look.chart(
                "Training loss against updates",
                run.subject().name() + "; the leading trials, first named first",
                plot);
        Look.addLegend(chart, plot);
        return chart;
    }

    /** Where batches differ much in size, lines that end early would be lost in a corner. */
    private static ValueAxis updatesAxis(List<XYSeries> lines) {
        double shortest = lines.stream()
                .mapToDouble(XYSeries::getMaxX)
                .filter(Double::isFinite)
                .min()
                .orElse(1);
        double longest = lines.stream()
                .mapToDouble(XYSeries::getMaxX)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        return longest > LARGE_RANGE * shortest ? Look.ratioAxis("updates") : Look.wholeAxis("updates");
    }

    private List<XYSeries> linesOfLeaders(CurveTable table, String over, String column) {
        List<Integer> leaders = run.leaders(Palette.MOST_LINES);
        List<String> names = leaders.stream().map(run.names()::trial).toList();
        return leaders.stream()
                .map(row -> {
                    String name = run.names().trial(row);
                    boolean unique = Collections.frequency(names, name) == 1;
                    return table.line(run.id(row), over, column, unique ? name : name + " (" + run.id(row) + ")");
                })
                .toList();
    }

    private JFreeChart accuracyOverLoss(String title, String subtitle, List<XYSeries> accuracy, List<XYSeries> loss) {
        CombinedDomainXYPlot panels = new CombinedDomainXYPlot(Look.wholeAxis("epoch"));
        panels.setGap(18);
        if (accuracy.stream().anyMatch(line -> !line.isEmpty())) {
            panels.add(panel(accuracy, Look.axis("accuracy")));
        }
        XYPlot losses = losses(loss, "loss");
        panels.add(losses);
        JFreeChart chart = Look.chart(title, subtitle, panels);
        Look.addLegend(chart, losses);
        return chart;
    }

    /** Losses that differ by orders of magnitude are drawn over their logarithm, nine of which are shown at most. */
    private static XYPlot losses(List<XYSeries> lines, String label) {
        double low = lines.stream()
                .mapToDouble(XYSeries::getMinY)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        double high = lines.stream()
                .mapToDouble(XYSeries::getMaxY)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        if (low < 0 || high <= LARGE_RANGE * low || high == 0) {
            return panel(lines, Look.axis(label));
        }
        double floor = high / LARGEST_RANGE;
        String words = low < floor ? label + ", smaller ones at the bottom" : label;
        List<XYSeries> raised = lines.stream().map(line -> raised(line, floor)).toList();
        return panel(raised, Look.ratioAxis(words));
    }

    /** A loss of 0 has no logarithm. */
    private static XYSeries raised(XYSeries line, double floor) {
        XYSeries raised = new XYSeries(line.getKey(), false);
        for (int place = 0; place < line.getItemCount(); place++) {
            raised.add(line.getX(place), Math.max(floor, line.getY(place).doubleValue()));
        }
        return raised;
    }

    private static XYPlot panel(List<XYSeries> lines, ValueAxis axis) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = Look.lines();
        IntStream.range(0, lines.size())
                .filter(place -> !lines.get(place).isEmpty())
                .forEach(place -> {
                    XYSeries line = lines.get(place);
                    renderer.setSeriesPaint(data.getSeriesCount(), Palette.line(place));
                    renderer.setSeriesShapesVisible(data.getSeriesCount(), line.getItemCount() == 1);
                    data.addSeries(line);
                });
        XYPlot plot = new XYPlot(data, null, axis, renderer);
        Look.style(plot);
        return plot;
    }
}
