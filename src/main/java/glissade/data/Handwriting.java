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
    private final double bendXyy;
    private final double bendXxy;
    private final double bendYxx;
    private final double bendYxy;
    private final double xFromX;
    private final double xFromY;
    private final double yFromX;
    private final double yFromY;
    private final double moveX;
    private final double moveY;

    Handwriting(RowRandomness random, double wildness, int size) {
        this.random = random;
        this.wildness = wildness;
        centre = (size - 1) / 2.0;
        bendXyy = about0(BEND, 0.40);
        bendXxy = about0(BEND + 1, 0.40);
        bendYxx = about0(BEND + 2, 0.40);
        bendYxy = about0(BEND + 3, 0.40);
        double stretchX = HEIGHT * (1 + about0(STRETCH_X, 0.24));
        double stretchY = HEIGHT * (1 + about0(STRETCH_Y, 0.17));
        double slant = about0(SLANT, 0.40);
        double half = about0(TURN, 0.12);
        double cos = (1 - half * half) / (1 + half * half);
        double sin = 2 * half / (1 + half * half);
        xFromX = stretchX * cos;
        xFromY = -stretchX * (sin + slant * cos);
        yFromX = stretchY * sin;
        yFromY = stretchY * (cos - slant * sin);
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
            double bentX = x + bendXyy * y * y + bendXxy * x * y;
            double bentY = y + bendYxx * x * x + bendYxy * x * y;
            double pixelX = centre + moveX + xFromX * bentX + xFromY * bentY;
            double pixelY = centre + moveY + yFromX * bentX + yFromY * bentY;
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
