package glissade.data;

/**
 * How one row's digit is written: the glyph's points are bent by a quadratic warp, each stroke slips a little, then all is
 * turned, slanted, stretched and moved. Rational functions of uniform draws, no more.
 */
final class Handwriting {
    private static final int MOVE_X = 2;
    private static final int MOVE_Y = 3;
    private static final int STRETCH_X = 4;
    private static final int STRETCH_Y = 5;
    private static final int SLANT = 6;
    private static final int TURN = 7;
    private static final int BEND = 8;
    private static final int SLIP = 12;

    /** Pixels for the height of a glyph. */
    private static final double HEIGHT = 19;

    private final RowRandomness random;
    private final double wildness;
    private final double centre;
    private final double bend0;
    private final double bend1;
    private final double bend2;
    private final double bend3;
    private final double xx;
    private final double xy;
    private final double yx;
    private final double yy;
    private final double moveX;
    private final double moveY;

    Handwriting(RowRandomness random, double wildness, int size) {
        this.random = random;
        this.wildness = wildness;
        centre = (size - 1) / 2.0;
        bend0 = about0(BEND, 0.40);
        bend1 = about0(BEND + 1, 0.40);
        bend2 = about0(BEND + 2, 0.40);
        bend3 = about0(BEND + 3, 0.40);
        double stretchX = HEIGHT * (1 + about0(STRETCH_X, 0.24));
        double stretchY = HEIGHT * (1 + about0(STRETCH_Y, 0.17));
        double slant = about0(SLANT, 0.40);
        double half = about0(TURN, 0.12);
        double cos = (1 - half * half) / (1 + half * half);
        double sin = 2 * half / (1 + half * half);
        xx = stretchX * cos;
        xy = -stretchX * (sin + slant * cos);
        yx = stretchY * sin;
        yy = stretchY * (cos - slant * sin);
        moveX = about0(MOVE_X, 2.4);
        moveY = about0(MOVE_Y, 2.2);
    }

    void draw(Glyph glyph, Canvas canvas) {
        for (int stroke = 0; stroke < glyph.strokes(); stroke++) {
            double slipX = about0(SLIP + 2 * stroke, 0.05);
            double slipY = about0(SLIP + 2 * stroke + 1, 0.05);
            draw(glyph.stroke(stroke), slipX, slipY, canvas);
        }
    }

    private void draw(double[] points, double slipX, double slipY, Canvas canvas) {
        double lastX = 0;
        double lastY = 0;
        for (int i = 0; i < points.length; i += 2) {
            double x = points[i] + slipX;
            double y = points[i + 1] + slipY;
            double bentX = x + bend0 * y * y + bend1 * x * y;
            double bentY = y + bend2 * x * x + bend3 * x * y;
            double pixelX = centre + moveX + xx * bentX + xy * bentY;
            double pixelY = centre + moveY + yx * bentX + yy * bentY;
            if (i > 0) {
                canvas.segment(lastX, lastY, pixelX, pixelY);
            }
            lastX = pixelX;
            lastY = pixelY;
        }
    }

    private double about0(int draw, double most) {
        return wildness * random.uniform(draw, -most, most);
    }
}
