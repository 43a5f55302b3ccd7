package glissade.report;

import java.awt.Color;
import java.util.List;

/** The colours of all pictures. Lines are told apart by people who see fewer colours too (after Okabe and Ito). */
final class Palette {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x1F2933);
    static final Color FAINT_INK = new Color(0x6B7785);
    static final Color GRID = new Color(0xE4E8ED);

    static final Color BLUE = new Color(0x0072B2);
    static final Color ORANGE = new Color(0xE69F00);
    static final Color GREEN = new Color(0x009E73);
    static final Color WRONG = new Color(0xB34A00);
    static final Color FAINT_PAPER = new Color(0xF4F6F8);

    private static final List<Color> LINES = List.of(
            BLUE,
            ORANGE,
            GREEN,
            new Color(0xCC79A7),
            new Color(0xD55E00),
            new Color(0x56B4E9),
            new Color(0x8A6D3B),
            new Color(0x4B5563));

    /** So many lines can be told apart. */
    static final int MOST_LINES = LINES.size();

    private Palette() {}

    /** The colour of a line by its place among the others. */
    static Color line(int place) {
        return LINES.get(place % MOST_LINES);
    }

    /** A mixture: the first at 0, the second at 1. */
    static Color between(Color first, Color second, double share) {
        return new Color(
                mix(first.getRed(), second.getRed(), share),
                mix(first.getGreen(), second.getGreen(), share),
                mix(first.getBlue(), second.getBlue(), share));
    }

    private static int mix(int first, int second, double share) {
        return (int) StrictMath.round(first + (second - first) * share);
    }
}
