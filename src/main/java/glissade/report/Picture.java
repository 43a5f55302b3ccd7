package glissade.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jfree.chart.JFreeChart;

/** An image on its way into a PNG file. */
final class Picture {
    private static final double RIGHT = 12;
    /** Letters of another size are not quite as much smaller. */
    private static final double HINTED = 0.97;

    private final BufferedImage image;
    private final Graphics2D graphics;

    /** A white one. */
    Picture(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, width, height);
    }

    /** Of one chart. */
    static Picture of(JFreeChart chart, int width, int height) {
        Picture picture = new Picture(width, height);
        picture.draw(chart, new Rectangle2D.Double(0, 0, width, height));
        return picture;
    }

    Graphics2D graphics() {
        return graphics;
    }

    void draw(JFreeChart chart, Rectangle2D place) {
        chart.draw(graphics, place);
    }

    /** Smaller where it would not fit into the picture. */
    void write(String words, Font font, Color colour, int x, int baseline) {
        double wide = width(words, font);
        double room = image.getWidth() - x - RIGHT;
        boolean fits = wide <= room;
        graphics.setFont(fits ? font : font.deriveFont((float) (HINTED * font.getSize2D() * room / wide)));
        graphics.setColor(colour);
        graphics.drawString(words, x, baseline);
    }

    /** Over two lines where one would not hold it, as far as these do. */
    void writeLines(String words, Font font, Color colour, int x, int baseline, int distance) {
        double room = image.getWidth() - x - RIGHT;
        int end = words.length();
        while (end > 0 && width(words.substring(0, end), font) > room) {
            end = words.lastIndexOf(' ', end - 1);
        }
        boolean whole = end == words.length() || end <= 0;
        write(whole ? words : words.substring(0, end), font, colour, x, baseline);
        if (!whole) {
            write(words.substring(end + 1), font, colour, x, baseline + distance);
        }
    }

    /** As much of it as there is room for, with an ellipsis where that is not all. */
    static String cut(String words, Font font, double room) {
        if (width(words, font) <= room) {
            return words;
        }
        int letters = words.codePointCount(0, words.length());
        while (letters > 1 && width(first(words, letters) + "…", font) > room) {
            letters--;
        }
        return first(words, letters) + "…";
    }

    private static String first(String words, int letters) {
        return words.substring(0, words.offsetByCodePoints(0, letters));
    }

    static double width(String words, Font font) {
        return font.getStringBounds(words, new FontRenderContext(null, true, true))
                .getWidth();
    }

    /** The file's bytes; equal pictures have equal ones. */
    byte[] png() {
        graphics.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return IndexedColours.png(image.getWidth(), image.getHeight(), pixels);
    }
}
