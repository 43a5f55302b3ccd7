package glissade.report;

import glissade.store.Table;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** What the best trial says of each row against the row's own value; where it is right, dots lie on the line. */
final class ValueChart {
    /** More dots than this are only a blot. */
    private static final int MOST_DOTS = 5_000;

    private static final BasicStroke HAIR = new BasicStroke(1.2f);

    private ValueChart() {}

    /** Of a trial; none if it has no finite value. */
    static Optional<JFreeChart> of(RunTables run, int best, Table predictions) {
        List<Integer> rows = run.rowsOf(best, predictions);
        int stride = Math.max(1, (rows.size() + MOST_DOTS - 1) / MOST_DOTS);
        XYSeries dots = new XYSeries("rows", false);
        int target = predictions.column("target_value");
        int said = predictions.column("predicted_value");
        for (int i = 0; i < rows.size(); i += stride) {
            double x = predictions.real(rows.get(i), target);
            double y = predictions.real(rows.get(i), said);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                dots.add(x, y);
            }
        }
        if (dots.isEmpty()) {
            return Optional.empty();
        }
        String split = predictions.text(rows.get(0), 1);
        String words = run.subject().name() + "; " + (stride == 1 ? "" : "every " + stride + "th of ")
                + Words.counted(rows.size(), split + " row") + "; on the line is right";
        return Optional.of(Look.chart("The best trial: " + run.names().trial(best), words, plot(dots)));
    }

    private static XYPlot plot(XYSeries dots) {
        XYSeries line = new XYSeries("right", false);
        double low = Math.min(dots.getMinX(), dots.getMinY());
        double high = Math.max(dots.getMaxX(), dots.getMaxY());
        line.add(low, low);
        line.add(high, high);
        XYSeriesCollection data = new XYSeriesCollection();
        data.addSeries(line);
        data.addSeries(dots);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.setSeriesLinesVisible(0, true);
        renderer.setSeriesShapesVisible(0, false);
        renderer.setSeriesPaint(0, Palette.FAINT_INK);
        renderer.setSeriesStroke(0, HAIR);
        renderer.setSeriesLinesVisible(1, false);
        renderer.setSeriesShapesVisible(1, true);
        renderer.setSeriesShape(1, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
        Color blue = Palette.BLUE;
        renderer.setSeriesPaint(1, new Color(blue.getRed(), blue.getGreen(), blue.getBlue(), 110));
        XYPlot plot = new XYPlot(data, Look.axis("true value"), Look.axis("predicted value"), renderer);
        Look.style(plot);
        return plot;
    }
}
