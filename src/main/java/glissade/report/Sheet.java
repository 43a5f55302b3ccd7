package glissade.report;

import glissade.numeric.DecimalText;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

/** Many small pictures on one, each of a trial: a place for each pair of values of two axes, or one after the other. */
final class Sheet {
    private static final int GAP = 14;
    private static final int LINE = 20;
    private static final int HEAD = 88;
    private static final int NAMES = 110;
    private static final int MARGIN = 24;
    private static final int NARROWEST = 720;

    private final RunTables run;
    private final SweptAxis up;
    private final SweptAxis across;
    private final int columns;
    private final int places;
    private final int side;
    private final int left;
    private final int captionLines;
    private final Picture picture;
    private final Graphics2D pen;
    private final DecimalFormat digits = new DecimalFormat("0.0000", DecimalFormatSymbols.getInstance(Locale.ROOT));
    private int used;

    private Sheet(RunTables run, SweptAxis up, SweptAxis across, int columns, int places, int side) {
        this.run = run;
        this.up = up;
        this.across = across;
        this.columns = columns;
        this.places = places;
        this.side = side;
        this.left = MARGIN + (up == null ? 0 : NAMES);
        this.captionLines = up == null ? 2 : 1;
        int rows = (places + columns - 1) / columns;
        int width = Math.max(NARROWEST, left + columns * (side + GAP) + MARGIN);
        int foot = across == null ? MARGIN : 3 * LINE;
        this.picture = new Picture(width, HEAD + rows * (side + captionLines * LINE + GAP) + foot);
        this.pen = picture.graphics();
    }

    /** A row for each value of one axis, a column for each of another. */
    static Sheet byAxes(RunTables run, SweptAxis up, SweptAxis across, int side) {
        int columns = across.values().size();
        return new Sheet(run, up, across, columns, columns * up.values().size(), side);
    }

    /** One after the other, so many in a row. */
    static Sheet inOrder(RunTables run, int columns, int places, int side) {
        return new Sheet(run, null, null, columns, places, side);
    }

    /** Writes the heading and the names of rows and columns. */
    void begin(String title, String subtitle) {
        write(title, Look.TITLE, Palette.INK, MARGIN, 40);
        write(subtitle, Look.SUBTITLE, Palette.FAINT_INK, MARGIN, 66);
        if (up == null) {
            return;
        }
        int pitch = side + captionLines * LINE + GAP;
        for (int row = 0; row < up.values().size(); row++) {
            int middle = HEAD + row * pitch + side / 2;
            write(run.names().label(up.column().name()), Look.NUMBER, Palette.FAINT_INK, MARGIN, middle - 4);
            write(up.values().get(row), Look.LABEL, Palette.INK, MARGIN, middle + 16);
        }
        int bottom = HEAD + up.values().size() * pitch + LINE / 2;
        for (int column = 0; column < columns; column++) {
            write(across.values().get(column), Look.LABEL, Palette.INK, left + column * (side + GAP), bottom);
        }
        write(run.names().label(across.column().name()), Look.NUMBER, Palette.FAINT_INK, left, bottom + LINE);
    }

    boolean hasRoom() {
        return used < places;
    }

    /** A trial's picture in its place, which is the next one if there are no axes, with its number below. */
    void add(int trial, BufferedImage image, Optional<PointCloud> points) {
        int place = up == null ? used : up.place(trial) * columns + across.place(trial);
        used++;
        int x = left + place % columns * (side + GAP);
        int y = HEAD + place / columns * (side + captionLines * LINE + GAP);
        pen.drawImage(image, x, y, side, side, null);
        points.ifPresent(cloud -> cloud.draw(pen, new Rectangle2D.Double(x, y, side, side)));
        int below = y + side + LINE - 4;
        if (up == null) {
            write(run.names().trial(trial), Look.NUMBER, Palette.INK, x, below);
            below += LINE - 2;
        }
        double value =
                run.trials().real(trial, run.trials().column(run.subject().column()));
        write(digits.format(value), Look.NUMBER, Palette.FAINT_INK, x, below);
    }

    /** A number to three digits. */
    static String brief(double value) {
        return DecimalText.plain(new BigDecimal(value).round(new MathContext(3)).doubleValue());
    }

    private void write(String words, Font font, Color colour, int x, int baseline) {
        pen.setFont(font);
        pen.setColor(colour);
        pen.drawString(words, x, baseline);
    }

    Picture picture() {
        return picture;
    }
}
