package glissade.data;

import java.util.List;

/**
 * Handwritten-looking digits on 28 x 28 pixels, by arithmetic alone: a stand-in for MNIST that needs no download. Each row
 * draws a digit, one of the ways to write it, a hand ({@link Handwriting}) and a pen. Pixels are k / 255 for a whole k, most
 * are exactly 0. {@code data.noise} makes the hand unsteadier: all its liberties are multiplied by 1 + noise.
 */
final class Digits extends GeneratedSource {
    private static final long serialVersionUID = 1;
    private static final int SIZE = 28;
    static final int PIXELS = SIZE * SIZE;
    private static final int LEVELS = 255;

    private static final int DIGIT = 0;
    private static final int GLYPH = 1;
    private static final int PEN = 30;
    private static final int PRESSURE = 31;

    private static final double EDGE = 1.2;

    private final double wildness;

    Digits(DataSpec spec) {
        super(spec, PIXELS, SourceShape.numbered(10));
        wildness = 1 + spec.generator().noise();
    }

    @Override
    RowWriter writer() {
        Canvas canvas = new Canvas(SIZE);
        return (random, row) -> write(random, canvas, row);
    }

    private void write(RowRandomness random, Canvas canvas, BlockBuilder row) {
        int digit = random.below(10, DIGIT);
        List<Glyph> glyphs = DigitGlyphs.of(digit);
        Glyph glyph = glyphs.get(random.below(glyphs.size(), GLYPH));
        canvas.clear(random.uniform(PEN, 1.4, 2.3));
        new Handwriting(random, wildness, SIZE).draw(glyph, canvas);
        double darkest = LEVELS * random.uniform(PRESSURE, 0.8, 1.2);
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            double ink = canvas.ink(pixel, EDGE);
            if (ink > 0) {
                int level = (int) Math.min(LEVELS, darkest * ink + 0.5);
                row.value(pixel, (float) ((double) level / LEVELS));
            }
        }
        row.endRow(digit);
    }
}
