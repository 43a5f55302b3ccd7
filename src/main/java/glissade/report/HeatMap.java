package glissade.report;

import glissade.store.Schemas;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/** The selected number over two swept axes: at each pair of values, that of the best trial there. */
final class HeatMap {
    private static final int SHADES = 256;
    private static final int MOST_VALUES = 40;
    private static final int MOST_NUMBERS = 150;
    private static final Color WORST = new Color(0xF1F5F9);
    private static final Color BEST = new Color(0x084B7A);
    /** As on the page; trials that ended badly, which would make all others look alike, are no part of the scale. */
    private static final double LARGE_RATIO = 6;

    private static final double DARK = 0.55;

    private final RunTables run;
    private final SweptAxis across;
    private final SweptAxis up;
    private final int[][] bestRows;
    private final boolean ratio;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private HeatMap(RunTables run, SweptAxis across, SweptAxis up) {
        this.run = run;
        this.across = across;
        this.up = up;
        this.bestRows = new int[up.values().size()][across.values().size()];
        for (int[] line : bestRows) {
            Arrays.fill(line, -1);
        }
        boolean steadyOnes = run.leaders(Integer.MAX_VALUE).stream().anyMatch(this::isSteady);
        for (int row : run.leaders(Integer.MAX_VALUE)) {
            int x = across.place(row);
            int y = up.place(row);
            if (x >= 0 && y >= 0 && bestRows[y][x] < 0) {
                bestRows[y][x] = row;
                if (!steadyOnes || isSteady(row)) {
                    low = Math.min(low, value(row));
                    high = Math.max(high, value(row));
                }
            }
        }
        ratio = run.subject().smallIsGood() && low > 0 && high > LARGE_RATIO * low;
    }

    /** The two axes with the most values; none if there are no two with several, or far too many. */
    static Optional<JFreeChart> of(RunTables run) {
        List<SweptAxis> axes = Schemas.swept(run.trials()).stream()
                .map(column -> new SweptAxis(run, column))
                .filter(axis -> axis.values().size() > 1 && axis.values().size() <= MOST_VALUES)
                .sorted(Comparator.comparing((SweptAxis axis) -> -axis.values().size()))
                .toList();
        if (axes.size() < 2 || run.leaders(1).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HeatMap(run, axes.get(0), axes.get(1))
                .chart(Schemas.swept(run.trials()).size() > 2));
    }

    private double value(int row) {
        return run.trials().real(row, run.trials().column(run.subject().column()));
    }

    private JFreeChart chart(boolean overOthers) {
        SymbolAxis x = symbols(across);
        SymbolAxis y = symbols(up);
        XYPlot plot = new XYPlot(data(), x, y, blocks());
        Look.style(plot);
        plot.setRangeGridlinesVisible(false);
        if (across.values().size() * up.values().size() <= MOST_NUMBERS) {
            addNumbers(plot);
        }
        String words = run.subject().name() + "; "
                + (overOthers ? "best over everything else that was varied; " : "")
                + "darker is better, an empty place has no number";
        String metric = run.subject().metricInWords();
        return Look.chart(Character.toUpperCase(metric.charAt(0)) + metric.substring(1), words, plot);
    }

    private SymbolAxis symbols(SweptAxis axis) {
        SymbolAxis symbols = new SymbolAxis(
                run.names().label(axis.column().name()), axis.values().toArray(String[]::new));
        symbols.setGridBandsVisible(false);
        Look.style(symbols);
        return symbols;
    }

    private boolean isSteady(int row) {
        return !List.of("diverged", "failed")
                .contains(run.trials().text(row, run.trials().column(Schemas.STATUS)));
    }

    /** Where losses differ much, their ratios are what one wants to see. */
    private double size(double value) {
        return ratio ? StrictMath.log(value) : value;
    }

    /** 0 for the worst number on the map, 1 for the best. */
    private double goodness(double value) {
        double inside = Math.max(low, Math.min(high, value));
        double share = high > low ? (size(inside) - size(low)) / (size(high) - size(low)) : 1;
        return run.subject().smallIsGood() && high > low ? 1 - share : share;
    }

    private DefaultXYZDataset data() {
        List<double[]> cells = new ArrayList<>();
        for (int y = 0; y < bestRows.length; y++) {
            for (int x = 0; x < bestRows[y].length; x++) {
                if (bestRows[y][x] >= 0) {
                    cells.add(new double[] {x, y, goodness(value(bestRows[y][x]))});
                }
            }
        }
        double[][] columns = new double[3][cells.size()];
        IntStream.range(0, 3)
                .forEach(i ->
                        columns[i] = cells.stream().mapToDouble(cell -> cell[i]).toArray());
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("trials", columns);
        return data;
    }

    private static XYBlockRenderer blocks() {
        LookupPaintScale shades = new LookupPaintScale(0, 1, WORST);
        for (int shade = 0; shade < SHADES; shade++) {
            double share = shade / (SHADES - 1.0);
            shades.add(shade / (double) SHADES, Palette.between(WORST, BEST, share));
        }
        XYBlockRenderer blocks = new XYBlockRenderer();
        blocks.setPaintScale(shades);
        blocks.setBlockWidth(0.97);
        blocks.setBlockHeight(0.97);
        return blocks;
    }

    private void addNumbers(XYPlot plot) {
        for (int y = 0; y < bestRows.length; y++) {
            for (int x = 0; x < bestRows[y].length; x++) {
                if (bestRows[y][x] >= 0) {
                    double value = value(bestRows[y][x]);
                    XYTextAnnotation number = new XYTextAnnotation(Verdict.number(value), x, y);
                    number.setPaint(goodness(value) > DARK ? Palette.PAPER : Palette.INK);
                    number.setFont(Look.NUMBER);
                    plot.addAnnotation(number);
                }
            }
        }
    }
}
