package glissade.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jfree.chart.JFreeChart;

/** An image on its way into a PNG file. */
final class Picture {
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

    void write(String words, Font font, Color colour, int x, int baseline) {
        graphics.setFont(font);
        graphics.setColor(colour);
        graphics.drawString(words, x, baseline);
    }

    /** The file's bytes; equal pictures have equal ones. */
    byte[] png() {
        graphics.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return IndexedColours.png(image.getWidth(), image.getHeight(), pixels);
    }
}
