package glissade.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis on which equal distances are equal ratios, marked at 1, 2, 5, 10, 20, 50 and so on. */
final class RatioAxis extends LogAxis {
    private static final long serialVersionUID = 1;
    private static final double MOST_DECADES_IN_STEPS = 3;
    private static final double MOST_DECADES = 8;

    RatioAxis(String label) {
        super(label);
    }

    @Override
    public List<ValueTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        DecimalFormat farFormat = new DecimalFormat("0.#E0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<ValueTick> ticks = new ArrayList<>();
        for (double value : values()) {
            boolean far = value >= 1e6 || value < 1e-5;
            String text = far ? farFormat.format(value).replace('E', 'e') : format.format(value);
            ticks.add(new NumberTick(value, text, anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }

    private List<Double> values() {
        double low = getLowerBound();
        double high = getUpperBound();
        double decades = StrictMath.log10(high / low);
        int[] steps = decades <= MOST_DECADES_IN_STEPS ? new int[] {1, 2, 5} : new int[] {1};
        int stride = (int) Math.ceil(decades / MOST_DECADES);
        List<Double> values = new ArrayList<>();
        for (int power = (int) Math.floor(StrictMath.log10(low)); power <= StrictMath.log10(high); power++) {
            for (int step : steps) {
                double value = step * StrictMath.pow(10, power);
                if (value >= low && value <= high && Math.floorMod(power, stride) == 0) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
