package glissade.report;

import glissade.store.Table;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which class the best trial takes for which: a row for each actual class, a column for each predicted one. */
final class ConfusionPicture {
    private static final int MOST_CLASSES = 100;
    private static final int MOST_WITH_NUMBERS = 20;
    private static final int MOST_LETTERS = 18;
    private static final int HEAD = 100;
    private static final int MARGIN = 24;
    /** Cells that are smaller have no names beside them. */
    private static final int LEAST_NAMED = 14;

    private static final int ROOM = 640;
    private static final int NARROWEST = 860;
    private static final String NO_NUMBER = "no number";
    private static final double DARK = 0.55;

    private final RunTables run;
    private final int best;
    private final String split;
    private final List<String> actual;
    private final List<String> predicted;
    private final Map<List<String>, Long> counts = new LinkedHashMap<>();
    private final Map<String, Long> rows = new LinkedHashMap<>();

    private ConfusionPicture(RunTables run, int best, Table confusion, List<Integer> of) {
        this.run = run;
        this.best = best;
        this.split = confusion.text(of.get(0), 1);
        Set<String> names = new LinkedHashSet<>();
        for (int row : of) {
            String is = confusion.text(row, confusion.column("actual"));
            String as = confusion.text(row, confusion.column("predicted"));
            long count = confusion.whole(row, confusion.column("count"));
            names.add(is);
            names.add(as == null ? NO_NUMBER : as);
            counts.merge(List.of(is, as == null ? NO_NUMBER : as), count, Long::sum);
            rows.merge(is, count, Long::sum);
        }
        boolean anyNumberless = names.remove(NO_NUMBER);
        // Both ways the same, whichever occur, so that what is right is the diagonal.
        actual = ClassOrder.of(names);
        predicted = new ArrayList<>(actual);
        if (anyNumberless) {
            predicted.add(NO_NUMBER);
        }
    }

    /** Of a trial; none if it has none, or of too many classes to see. */
    static Optional<Picture> of(RunTables run, int best, Table confusion) {
        List<Integer> rows = run.rowsOf(best, confusion);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        ConfusionPicture picture = new ConfusionPicture(run, best, confusion, rows);
        return picture.predicted.size() > MOST_CLASSES ? Optional.empty() : Optional.of(picture.draw());
    }

    private Picture draw() {
        int cell = Math.max(6, Math.min(90, ROOM / predicted.size()));
        boolean named = cell >= LEAST_NAMED;
        int names = named
                ? (int) predicted.stream()
                                .mapToDouble(ConfusionPicture::width)
                                .max()
                                .orElse(0)
                        + 16
                : 0;
        int left = MARGIN + names;
        int bottom = HEAD + actual.size() * cell;
        Picture picture = new Picture(
                Math.max(NARROWEST, left + predicted.size() * cell + MARGIN),
                bottom + Math.max(names, 2 * MARGIN) + MARGIN);
        picture.write("The best trial: " + run.names().trial(best), Look.TITLE, Palette.INK, MARGIN, 40);
        picture.write(
                run.subject().name() + "; " + split + " rows: a line for each class, a column for what it is taken for",
                Look.SUBTITLE,
                Palette.FAINT_INK,
                MARGIN,
                66);
        for (int row = 0; row < actual.size(); row++) {
            for (int column = 0; column < predicted.size(); column++) {
                cell(picture, row, column, left + column * cell, HEAD + row * cell, cell);
            }
            if (named) {
                int end = left - 8 - (int) width(actual.get(row));
                picture.write(brief(actual.get(row)), Look.NUMBER, Palette.INK, end, HEAD + row * cell + cell / 2 + 5);
            }
        }
        for (int column = 0; named && column < predicted.size(); column++) {
            below(picture, brief(predicted.get(column)), left + column * cell, bottom + 8, cell);
        }
        return picture;
    }

    private static double width(String name) {
        return Picture.width(brief(name), Look.NUMBER);
    }

    private static String brief(String name) {
        int letters = name.codePointCount(0, name.length());
        return letters <= MOST_LETTERS ? name : name.substring(0, name.offsetByCodePoints(0, MOST_LETTERS - 1)) + "…";
    }

    private void cell(Picture picture, int row, int column, int x, int y, int side) {
        String is = actual.get(row);
        long count = counts.getOrDefault(List.of(is, predicted.get(column)), 0L);
        double share = count == 0 ? 0 : (double) count / rows.get(is);
        boolean right = is.equals(predicted.get(column));
        Color full = right ? Palette.BLUE : Palette.WRONG;
        Graphics2D pen = picture.graphics();
        int gap = side >= LEAST_NAMED ? 1 : 0;
        pen.setColor(
                count == 0 ? Palette.FAINT_PAPER : Palette.between(Palette.FAINT_PAPER, full, 0.12 + 0.88 * share));
        pen.fillRect(x, y, side - gap, side - gap);
        if (count > 0 && predicted.size() <= MOST_WITH_NUMBERS) {
            String number = Words.count(count);
            FontMetrics metrics = pen.getFontMetrics(Look.NUMBER);
            Color ink = share > DARK ? Palette.PAPER : Palette.INK;
            picture.write(number, Look.NUMBER, ink, x + (side - metrics.stringWidth(number)) / 2, y + side / 2 + 5);
        }
    }

    /** Below a column, upright if it is too wide for it. */
    private static void below(Picture picture, String name, int x, int y, int width) {
        Graphics2D pen = picture.graphics();
        FontMetrics metrics = pen.getFontMetrics(Look.NUMBER);
        int letters = metrics.stringWidth(name);
        if (letters <= width - 4) {
            picture.write(name, Look.NUMBER, Palette.INK, x + (width - letters) / 2, y + 12);
            return;
        }
        AffineTransform before = pen.getTransform();
        pen.translate(x + width / 2.0 + 5, y + letters);
        pen.rotate(-StrictMath.PI / 2);
        picture.write(name, Look.NUMBER, Palette.INK, 0, 0);
        pen.setTransform(before);
    }
}
