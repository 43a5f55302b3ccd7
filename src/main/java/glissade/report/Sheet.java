package glissade.report;

import glissade.numeric.DecimalText;
import glissade.store.Schemas;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Many small pictures on one, each of a trial: a place for each pair of values of two axes, or one after the other. */
final class Sheet {
    private static final int MOST_IN_A_ROW = 6;
    static final int MOST = 60;
    private static final int GAP = 14;
    private static final int LINE = 20;
    private static final int MOST_NAME_LINES = 5;
    private static final int HEAD = 104;
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
    private int used;

    private Sheet(RunTables run, SweptAxis up, SweptAxis across, int columns, int places, int side) {
        this.run = run;
        this.up = up;
        this.across = across;
        this.columns = columns;
        this.places = places;
        this.side = side;
        this.left = MARGIN + (up == null ? 0 : NAMES);
        this.captionLines = 1 + (up == null ? nameLines() : 0);
        int rows = (places + columns - 1) / columns;
        int width = Math.max(NARROWEST, left + columns * (side + GAP) + MARGIN);
        int foot = across == null ? MARGIN : 3 * LINE;
        this.picture = new Picture(width, HEAD + rows * (side + captionLines * LINE + GAP) + foot);
        this.pen = picture.graphics();
    }

    /**
     * For so many trials, or the leading ones if that is too many: by the two swept axes, if there are just two and each
     * pair of values has a trial; else one after the other. One alone is large.
     */
    static Sheet of(RunTables run, int trials, int side, int largeSide) {
        List<SweptAxis> axes = Schemas.swept(run.trials()).stream()
                .map(column -> new SweptAxis(run, column))
                .filter(axis -> axis.values().size() > 1)
                .sorted(Comparator.comparing(axis -> axis.values().size()))
                .toList();
        int places = Math.min(MOST, trials);
        if (axes.size() == 2
                && axes.get(0).values().size() * axes.get(1).values().size() == places) {
            return new Sheet(run, axes.get(0), axes.get(1), axes.get(1).values().size(), places, side);
        }
        return new Sheet(run, null, null, Math.min(MOST_IN_A_ROW, places), places, places == 1 ? largeSide : side);
    }

    /** Writes the heading and the names of rows and columns. */
    void begin(String title, String subtitle) {
        picture.write(title, Look.TITLE, Palette.INK, MARGIN, 40);
        picture.writeLines(subtitle, Look.SUBTITLE, Palette.FAINT_INK, MARGIN, 64, LINE);
        if (up == null) {
            return;
        }
        int pitch = side + captionLines * LINE + GAP;
        for (int row = 0; row < up.values().size(); row++) {
            int middle = HEAD + row * pitch + side / 2;
            picture.write(
                    Picture.cut(up.label(), Look.NUMBER, NAMES - 8),
                    Look.NUMBER,
                    Palette.FAINT_INK,
                    MARGIN,
                    middle - 4);
            String name = Picture.cut(up.values().get(row), Look.LABEL, NAMES - 8);
            picture.write(name, Look.LABEL, Palette.INK, MARGIN, middle + 16);
        }
        int bottom = HEAD + up.values().size() * pitch + LINE / 2;
        for (int column = 0; column < columns; column++) {
            String name = Picture.cut(across.values().get(column), Look.LABEL, side);
            picture.write(name, Look.LABEL, Palette.INK, left + column * (side + GAP), bottom);
        }
        picture.write(across.label(), Look.NUMBER, Palette.FAINT_INK, left, bottom + LINE);
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
            for (String line : wrapped(run.names().trial(trial))) {
                picture.write(line, Look.NUMBER, Palette.INK, x, below);
                below += LINE - 2;
            }
        }
        picture.write(number(trial), Look.NUMBER, Palette.FAINT_INK, x, below);
    }

    private String number(int trial) {
        double value =
                run.trials().real(trial, run.trials().column(run.subject().column()));
        boolean diverged =
                "diverged".equals(run.trials().text(trial, run.trials().column(Schemas.STATUS)));
        return Verdict.number(value) + (diverged ? ", diverged" : "");
    }

    /** A number to three digits. */
    static String brief(double value) {
        return DecimalText.plain(new BigDecimal(value).round(new MathContext(3)).doubleValue());
    }

    /** As many as the longest name of those to come takes. */
    private int nameLines() {
        return run.leaders(places).stream()
                .mapToInt(row -> wrapped(run.names().trial(row)).size())
                .max()
                .orElse(1);
    }

    /** Over at most so many lines, each as wide as a picture; the last is cut where there is more. */
    private List<String> wrapped(String words) {
        List<String> lines = new ArrayList<>();
        String rest = words;
        while (!rest.isEmpty() && lines.size() < MOST_NAME_LINES) {
            boolean last = lines.size() == MOST_NAME_LINES - 1;
            int end = rest.length();
            while (end > 1
                    && Picture.width(rest.substring(0, end) + (last && end < rest.length() ? "…" : ""), Look.NUMBER)
                            > side) {
                int space = last ? -1 : rest.lastIndexOf(' ', end - 2);
                end = space > 0 ? space + 1 : rest.offsetByCodePoints(end, -1);
            }
            end = Math.max(end, rest.offsetByCodePoints(0, 1));
            lines.add(rest.substring(0, end) + (last && end < rest.length() ? "…" : ""));
            rest = rest.substring(end);
        }
        return lines;
    }

    Picture picture() {
        return picture;
    }
}
