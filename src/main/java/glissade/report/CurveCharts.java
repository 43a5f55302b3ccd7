package glissade.report;

import glissade.store.Schemas;
import glissade.store.Table;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** As on the page. */
    private static final Map<String, Stroke> STROKES = Map.of(
            "train", Look.LINE,
            "validation", Look.dashed(7, 4),
            "test", Look.dashed(2, 3));

    private final RunTables run;
    private final DrawnTrials drawn;

    CurveCharts(RunTables run, DrawnTrials drawn) {
        this.run = run;
        this.drawn = drawn;
    }

    /** A line, and how it looks. */
    private record Line(XYSeries points, Color colour, Stroke stroke) {}

    /** Of one trial, on each split. */
    JFreeChart trial(int row) {
        String id = run.id(row);
        List<List<Line>> measures = Stream.of("_accuracy", "_loss")
                .map(measure -> SPLITS.stream()
                        .map(split -> new Line(
                                run.curves().line(id, "epoch", split + measure, split),
                                drawn.colour(row),
                                STROKES.get(split)))
                        .toList())
                .toList();
        JFreeChart chart = accuracyOverLoss(
                "The best trial: " + run.names().trial(row),
                epochInWords(row),
                Look.wholeAxis("epoch"),
                measures.get(0),
                measures.get(1));
        markEpoch((CombinedDomainXYPlot) chart.getPlot(), row);
        return chart;
    }

    private String epochInWords(int row) {
        int best = run.trials().column(Schemas.BEST_EPOCH);
        String which = run.subject().bestEpoch()
                ? "upright: epoch " + Words.count(run.trials().whole(row, best)) + ", its best by "
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
        CurveAxis across = CurveAxis.of(run, drawn.rows());
        return accuracyOverLoss(
                Words.capitalised(drawn.words()) + (drawn.areOnSurface() ? "" : ", on the " + Words.rows(split)),
                run.subject().name() + "; ranked by " + rankedBy() + (ranking ? "" : ", which has no curve")
                        + "; first named first",
                across.axis(),
                linesOf(run.curves(), across.column(), split + "_accuracy"),
                linesOf(run.curves(), across.column(), split + "_loss"));
    }

    private String rankedBy() {
        return Schemas.isReplicated(run.trials())
                ? "mean " + run.subject().metricInWords() + ", of each configuration the best replicate"
                : run.subject().metricInWords();
    }

    /** Training loss against the number of updates, from the table of steps where the run has one. */
    JFreeChart lossBySteps(Optional<Table> steps) {
        List<Line> lines = steps.map(CurveTable::new)
                .map(table -> linesOf(table, "step", "loss"))
                .orElseGet(() -> linesOf(run.curves(), "steps", "train_loss"));
        XYPlot plot = losses(lines, "train loss");
        plot.setDomainAxis(CurveAxis.ofUpdates(run, drawn.rows()).axis());
        JFreeChart chart = Look.chart(
                "Training loss against updates",
                run.subject().name() + "; " + drawn.words() + ", first named first",
                plot);
        Look.addLegend(chart, plot);
        return chart;
    }

    private List<Line> linesOf(CurveTable table, String over, String column) {
        List<Integer> rows = drawn.rows();
        List<String> names = rows.stream().map(run.names()::trial).toList();
        return rows.stream()
                .map(row -> {
                    String name = run.names().trial(row);
                    boolean unique = Collections.frequency(names, name) == 1;
                    String label = unique ? name : name + " (" + run.id(row) + ")";
                    return new Line(table.line(run.id(row), over, column, label), drawn.colour(row), Look.LINE);
                })
                .toList();
    }

    private JFreeChart accuracyOverLoss(
            String title, String subtitle, ValueAxis across, List<Line> accuracy, List<Line> loss) {
        CombinedDomainXYPlot panels = new CombinedDomainXYPlot(across);
        panels.setGap(18);
        if (accuracy.stream().anyMatch(line -> !line.points().isEmpty())) {
            panels.add(panel(accuracy, Look.axis("accuracy")));
        }
        XYPlot losses = losses(loss, "loss");
        panels.add(losses);
        JFreeChart chart = Look.chart(title, subtitle, panels);
        Look.addLegend(chart, losses);
        return chart;
    }

    /** Losses that differ by orders of magnitude are drawn over their logarithm, nine of which are shown at most. */
    private static XYPlot losses(List<Line> lines, String label) {
        double low = lines.stream()
                .mapToDouble(line -> line.points().getMinY())
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        double high = lines.stream()
                .mapToDouble(line -> line.points().getMaxY())
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        if (low < 0 || high <= LARGE_RANGE * low || high == 0) {
            return panel(lines, Look.axis(label));
        }
        double floor = high / LARGEST_RANGE;
        String words = low < floor ? label + ", smaller ones at the bottom" : label;
        List<Line> raised = lines.stream().map(line -> raised(line, floor)).toList();
        return panel(raised, Look.ratioAxis(words));
    }

    /** A loss of 0 has no logarithm. */
    private static Line raised(Line line, double floor) {
        XYSeries points = line.points();
        XYSeries raised = new XYSeries(points.getKey(), false);
        for (int place = 0; place < points.getItemCount(); place++) {
            raised.add(points.getX(place), Math.max(floor, points.getY(place).doubleValue()));
        }
        return new Line(raised, line.colour(), line.stroke());
    }

    private static XYPlot panel(List<Line> lines, ValueAxis axis) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = Look.lines();
        lines.stream().filter(line -> !line.points().isEmpty()).forEach(line -> {
            int place = data.getSeriesCount();
            renderer.setSeriesPaint(place, line.colour());
            renderer.setSeriesStroke(place, line.stroke());
            renderer.setSeriesShapesVisible(place, line.points().getItemCount() == 1);
            data.addSeries(line.points());
        });
        XYPlot plot = new XYPlot(data, null, axis, renderer);
        Look.style(plot);
        return plot;
    }
}
