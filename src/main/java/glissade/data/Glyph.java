package glissade.data;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to write a digit: strokes as polylines in a box of height 1 around the origin, x to the right, y downwards. Arcs
 * are flattened here once, so that drawing needs nothing but arithmetic.
 */
final class Glyph {
    private static final double DEGREES_A_SEGMENT = 20;

    private final List<double[]> strokes = new ArrayList<>();

    /** Adds a stroke through the points x0, y0, x1, y1, ... */
    Glyph line(double... points) {
        strokes.add(points.clone());
        return this;
    }

    /**
     * Adds a stroke along an ellipse, then on through more points. Angles in degrees from the positive x axis, growing
     * clockwise as y points down; the arc runs from the first to the second.
     */
    Glyph arc(double x, double y, double width, double height, double from, double to, double... onwards) {
        int segments = (int) StrictMath.ceil(Math.abs(to - from) / DEGREES_A_SEGMENT);
        double[] points = new double[2 * (segments + 1) + onwards.length];
        for (int i = 0; i <= segments; i++) {
            double angle = StrictMath.toRadians(from + (to - from) * i / segments);
            points[2 * i] = x + width * StrictMath.cos(angle);
            points[2 * i + 1] = y + height * StrictMath.sin(angle);
        }
        System.arraycopy(onwards, 0, points, 2 * (segments + 1), onwards.length);
        strokes.add(points);
        return this;
    }

    int strokes() {
        return strokes.size();
    }

    /** x0, y0, x1, y1, ... of one stroke; not to be changed. */
    double[] stroke(int index) {
        return strokes.get(index);
    }
}
