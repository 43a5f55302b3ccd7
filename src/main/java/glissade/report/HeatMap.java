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
    private static final int MOST_NAMES = 40;
    private static final int MOST_NUMBERS = 150;
    /** Places beside each other in which a word fits. */
    private static final int MOST_WORDS = 12;

    private static final Color WORST = new Color(0xEEF3F8);
    private static final Color BEST = new Color(0x084B7A);
    /** Of trials beyond the scale, which have a place on it below 0. */
    private static final Color OFF = new Color(0xF2C9A6);

    private static final double OFF_PLACE = -1;
    private static final double DARK = 0.55;

    private final RunTables run;
    private final MetricScale scale;
    private final HeatAxis across;
    private final HeatAxis up;
    private final int[][] bestRows;
    private boolean anyShared;

    private HeatMap(RunTables run, HeatAxis across, HeatAxis up) {
        this.run = run;
        this.scale = new MetricScale(run);
        this.across = across;
        this.up = up;
        this.bestRows = new int[up.names().size()][across.names().size()];
        for (int[] line : bestRows) {
            Arrays.fill(line, -1);
        }
        for (int row : run.order()) {
            int x = across.place(row);
            int y = up.place(row);
            if (x >= 0 && y >= 0) {
                boolean first = bestRows[y][x] < 0;
                anyShared |= !first;
                if (first || (!scale.isOff(row) && scale.isOff(bestRows[y][x]))) {
                    bestRows[y][x] = row;
                }
            }
        }
    }

    /** The two axes with the most values; none if there are no two with several, or far too many. */
    static Optional<JFreeChart> of(RunTables run) {
        List<HeatAxis> axes = Schemas.swept(run.trials()).stream()
                .map(column -> HeatAxis.of(run, column))
                .filter(axis -> axis.values() > 1 && axis.names().size() <= MOST_NAMES)
                .sorted(Comparator.comparing((HeatAxis axis) -> -axis.values()))
                .toList();
        return axes.size() < 2 || run.leaders(1).isEmpty()
                ? Optional.empty()
                : Optional.of(new HeatMap(run, axes.get(0), axes.get(1)).chart());
    }

    private JFreeChart chart() {
        XYPlot plot = new XYPlot(data(), symbols(across), symbols(up), blocks());
        Look.style(plot);
        plot.setRangeGridlinesVisible(false);
        if (across.names().size() * up.names().size() <= MOST_NUMBERS) {
            places().forEach(place -> addNumber(plot, place));
        }
        return Look.chart(Words.capitalised(run.subject().metricInWords()), legend(), plot);
    }

    private String legend() {
        boolean anyOff = places().stream().anyMatch(place -> scale.isOff(row(place)));
        boolean anyEmpty = places().size() < across.names().size() * up.names().size();
        return run.subject().name() + "; " + (anyShared ? "the best of the trials that share a place; " : "")
                + (scale.isByRatio() ? Words.byRatio("darker is better") : "darker is better")
                + (anyOff ? "; orange: " + scale.offInWords() : "") + (anyEmpty ? "; white: no trial" : "");
    }

    private static SymbolAxis symbols(HeatAxis axis) {
        SymbolAxis symbols = new SymbolAxis(axis.label(), axis.names().toArray(String[]::new));
        symbols.setGridBandsVisible(false);
        Look.style(symbols);
        return symbols;
    }

    /** Those that have trials, as x and y. */
    private List<int[]> places() {
        List<int[]> places = new ArrayList<>();
        for (int y = 0; y < bestRows.length; y++) {
            for (int x = 0; x < bestRows[y].length; x++) {
                if (bestRows[y][x] >= 0) {
                    places.add(new int[] {x, y});
                }
            }
        }
        return places;
    }

    private int row(int[] place) {
        return bestRows[place[1]][place[0]];
    }

    private DefaultXYZDataset data() {
        List<double[]> cells = places().stream()
                .map(place -> new double[] {
                    place[0], place[1], scale.isOff(row(place)) ? OFF_PLACE : scale.goodness(row(place))
                })
                .toList();
        double[][] columns = new double[3][cells.size()];
        IntStream.range(0, 3)
                .forEach(i ->
                        columns[i] = cells.stream().mapToDouble(cell -> cell[i]).toArray());
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("trials", columns);
        return data;
    }

    private static XYBlockRenderer blocks() {
        LookupPaintScale shades = new LookupPaintScale(OFF_PLACE, 1, WORST);
        shades.add(OFF_PLACE, OFF);
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

    private void addNumber(XYPlot plot, int[] place) {
        int row = row(place);
        boolean off = scale.isOff(row);
        if (off && across.names().size() > MOST_WORDS) {
            return;
        }
        String words = off ? scale.offInWords() : Verdict.number(scale.value(row));
        XYTextAnnotation number = new XYTextAnnotation(words, place[0], place[1]);
        number.setPaint(!off && scale.goodness(row) > DARK ? Palette.PAPER : Palette.INK);
        number.setFont(Look.NUMBER);
        plot.addAnnotation(number);
    }
}
