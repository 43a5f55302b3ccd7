package glissade.data;

import java.util.Arrays;

/**
 * Square paper for a round pen. Remembers for each pixel its squared distance to the nearest stroke; ink follows from that,
 * so strokes may cross without showing where.
 */
final class Canvas {
    private static final double FAR = 1e9;

    private final int size;
    private final double[] squaredDistances;
    private double reach;

    Canvas(int size) {
        this.size = size;
        squaredDistances = new double[size * size];
    }

    /** Clean paper, and a pen whose mark ends at this distance from its middle, in pixels. */
    void clear(double penReach) {
        reach = penReach;
        Arrays.fill(squaredDistances, FAR);
    }

    /** Draws from (x0, y0) to (x1, y1), in pixels; only pixels within the pen's reach are looked at. */
    void segment(double x0, double y0, double x1, double y1) {
        int left = first(Math.min(x0, x1));
        int right = last(Math.max(x0, x1));
        int top = first(Math.min(y0, y1));
        int bottom = last(Math.max(y0, y1));
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squaredLength = dx * dx + dy * dy;
        double perLength = squaredLength > 0 ? 1 / squaredLength : 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double px = x - x0;
                double py = y - y0;
                double along = Math.max(0, Math.min(1, (px * dx + py * dy) * perLength));
                double awayX = px - along * dx;
                double awayY = py - along * dy;
                double squared = awayX * awayX + awayY * awayY;
                int pixel = y * size + x;
                if (squared < squaredDistances[pixel]) {
                    squaredDistances[pixel] = squared;
                }
            }
        }
    }

    /** The share of ink, from 0 to 1: full in the middle, fading over the last {@code edge} pixels of the reach. */
    double ink(int pixel, double edge) {
        double squared = squaredDistances[pixel];
        return squared >= reach * reach ? 0 : Math.min(1, (reach - Math.sqrt(squared)) / edge);
    }

    private int first(double coordinate) {
        return (int) Math.max(0, Math.floor(coordinate - reach));
    }

    private int last(double coordinate) {
        return (int) Math.min(size - 1, Math.floor(coordinate + reach));
    }
}
