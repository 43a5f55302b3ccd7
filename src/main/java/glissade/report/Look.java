package glissade.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** How charts look: plain paper, thin grid, one typeface. */
final class Look {
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 20);
    static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    private static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font NUMBER = TICK;
    private static final float WIDTH = 2.2f;
    private static final float DASH = 1.2f;
    static final Stroke LINE = new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Stroke HAIR = new BasicStroke(1);

    /** Long enough that dashes are told apart. */
    private static final Line2D LEGEND_LINE = new Line2D.Double(-14, 0, 14, 0);

    private Look() {}

    /** A line of dashes and gaps so long. */
    static Stroke dashed(float dash, float gap) {
        float[] pattern = {DASH * dash, DASH * gap};
        return new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
    }

    /** A chart around a plot. */
    static JFreeChart chart(String title, String subtitle, Plot plot) {
        JFreeChart chart = new JFreeChart(null, TITLE, plot, false);
        chart.setBackgroundPaint(Palette.PAPER);
        chart.setPadding(new RectangleInsets(16, 16, 12, 28));
        chart.addSubtitle(0, text(title, TITLE, Palette.INK));
        chart.addSubtitle(1, text(subtitle, SUBTITLE, Palette.FAINT_INK));
        return chart;
    }

    private static TextTitle text(String words, Font font, Color colour) {
        TextTitle title = new TextTitle(words, font);
        title.setPaint(colour);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPosition(RectangleEdge.TOP);
        title.setMargin(0, 4, 6, 0);
        title.setMaximumLinesToDisplay(2);
        return title;
    }

    /** The names of the lines of a plot, below the chart. */
    static void addLegend(JFreeChart chart, XYPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setFrame(BlockBorder.NONE);
        legend.setBackgroundPaint(Palette.PAPER);
        legend.setItemFont(LABEL);
        legend.setItemPaint(Palette.INK);
        legend.setItemLabelPadding(new RectangleInsets(3, 4, 3, 18));
        chart.addSubtitle(legend);
    }

    /** An axis that need not begin at zero. */
    static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        style(axis);
        return axis;
    }

    /** An axis on which equal distances are equal ratios, which says so. */
    static ValueAxis ratioAxis(String label) {
        ValueAxis axis = new RatioAxis(Words.byRatio(label));
        style(axis);
        return axis;
    }

    /** An axis of counts. */
    static NumberAxis wholeAxis(String label) {
        NumberAxis axis = axis(label);
        axis.setStandardTickUnits(new NumberTickUnitSource(true));
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        return axis;
    }

    static void style(ValueAxis axis) {
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(Palette.FAINT_INK);
        axis.setTickLabelFont(TICK);
        axis.setTickLabelPaint(Palette.FAINT_INK);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        // Room around the labels, and so fewer of them.
        axis.setTickLabelInsets(new RectangleInsets(14, 8, 14, 8));
    }

    static void style(XYPlot plot) {
        plot.setBackgroundPaint(Palette.PAPER);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setRangeGridlineStroke(HAIR);
    }

    /** Lines; a line of a single point is a dot. */
    static XYLineAndShapeRenderer lines() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setAutoPopulateSeriesStroke(false);
        renderer.setDefaultStroke(LINE);
        renderer.setLegendLine(LEGEND_LINE);
        renderer.setDrawSeriesLineAsPath(true);
        return renderer;
    }
}
