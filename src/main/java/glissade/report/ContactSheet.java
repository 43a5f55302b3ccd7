package glissade.report;

import glissade.store.Schemas;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jfree.data.xy.XYDataItem;
import org.jfree.data.xy.XYSeries;

/**
 * The loss of each of the leading trials, small, side by side and all on the same scale: that of the trials that did not
 * diverge, so that those leave their pictures at the top.
 */
final class ContactSheet {
    private static final int SIDE = 150;
    private static final int INSET = 6;
    private static final double LARGE_RANGE = 10;
    private static final double LARGEST_RANGE = 1e9;
    private static final BasicStroke LINE = new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final RunTables run;
    private final DrawnTrials drawn;
    private final List<Integer> leaders;
    private final String split;
    private final double low;
    private final double high;
    private final boolean byRatio;
    private final CurveAxis axis;
    private final double first;
    private final double last;

    ContactSheet(RunTables run, DrawnTrials drawn) {
        this.run = run;
        this.drawn = drawn;
        this.leaders = run.leaders(Sheet.MOST);
        this.split = run.drawnSplit();
        this.axis = CurveAxis.of(run, leaders);
        List<Integer> calm = leaders.stream().filter(row -> !isDiverged(row)).toList();
        double[] losses = (calm.isEmpty() ? leaders : calm)
                .stream()
                        .flatMapToDouble(row -> DoubleStream.concat(losses(row, "train"), losses(row, split)))
                        .toArray();
        double least = DoubleStream.of(losses).min().orElse(0);
        this.high = DoubleStream.of(losses).max().orElse(1);
        this.byRatio = least >= 0 && high > LARGE_RANGE * least;
        this.low = byRatio ? Math.max(least, high / LARGEST_RANGE) : least;
        List<XYSeries> lines = leaders.stream()
                .map(row -> line(row, "train"))
                .filter(line -> !line.isEmpty())
                .toList();
        this.first = lines.stream().mapToDouble(XYSeries::getMinX).min().orElse(1);
        this.last = lines.stream().mapToDouble(XYSeries::getMaxX).max().orElse(1);
    }

    private boolean isDiverged(int row) {
        return run.trials().text(row, run.trials().column(Schemas.STATUS)).equals("diverged");
    }

    private XYSeries line(int row, String of) {
        return run.curves().line(run.id(row), axis.column(), of + "_loss", of);
    }

    private DoubleStream losses(int row, String of) {
        List<?> items = line(row, of).getItems();
        return items.stream().mapToDouble(item -> ((XYDataItem) item).getYValue());
    }

    Picture picture() {
        Sheet sheet = Sheet.of(run, leaders.size(), SIDE, SIDE);
        String colours = "loss on the " + Words.rows(split) + (split.equals("train") ? "" : " (grey: training rows)");
        String range = ", from " + Sheet.brief(low) + " to " + Sheet.brief(high);
        String scale = byRatio ? Words.byRatio(range) : range;
        sheet.begin(
                run.subject().name() + ": the leading trials",
                colours + " over the " + axis.inWords() + scale + "; below each: "
                        + run.subject().metricInWords() + "; coloured as in leaders.png");
        leaders.stream().filter(row -> sheet.hasRoom()).forEach(row -> sheet.add(row, cell(row), Optional.empty()));
        return sheet.picture();
    }

    private BufferedImage cell(int row) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Palette.PAPER);
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setColor(Palette.GRID);
        pen.draw(new Rectangle2D.Double(0.5, 0.5, SIDE - 1, SIDE - 1));
        pen.setStroke(LINE);
        if (!split.equals("train")) {
            draw(pen, line(row, "train"), Palette.FAINT_INK);
        }
        draw(pen, line(row, split), drawn.colour(row));
        pen.dispose();
        return image;
    }

    private void draw(Graphics2D pen, XYSeries line, Color colour) {
        Path2D path = new Path2D.Double();
        pen.setColor(colour);
        for (int point = 0; point < line.getItemCount(); point++) {
            double x = across(line.getX(point).doubleValue());
            double y = down(line.getY(point).doubleValue());
            if (point == 0) {
                path.moveTo(x, y);
                pen.fill(new Ellipse2D.Double(x - 1.5, y - 1.5, 3, 3));
            } else {
                path.lineTo(x, y);
            }
        }
        pen.draw(path);
    }

    private double across(double count) {
        double share = axis.byRatio()
                ? StrictMath.log(count / first) / StrictMath.log(last / first)
                : (count - first) / (last - first);
        return INSET + (SIDE - 2 * INSET) * (Double.isFinite(share) ? share : 0.5);
    }

    private double down(double loss) {
        double share = byRatio
                ? StrictMath.log(Math.max(loss, low) / low) / StrictMath.log(high / low)
                : (loss - low) / (high - low);
        return SIDE - INSET - (SIDE - 2 * INSET) * (Double.isFinite(share) ? share : 0.5);
    }
}
