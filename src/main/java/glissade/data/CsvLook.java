package glissade.data;

import glissade.data.TableGuess.Column;
import glissade.data.TableGuess.Use;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A look at the rows of a CSV table, up to 256 MB of them, and what to conclude for each column. */
final class CsvLook {
    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_LABELS = 10_000;
    private static final int MOST_LABELS_OF_ALL = 4_000_000;
    private static final int MOST_NUMBERED_CLASSES = 20;
    private static final int MOST_CATEGORIES = 1_000;
    private static final int MOST_DOUBTFUL_CATEGORIES = 50;
    private static final Set<String> TARGETS = Set.of("target", "label", "class", "y");

    private final CsvDialect dialect;
    private final List<CsvColumnFacts> facts = new ArrayList<>();
    private final List<String> names;
    private long rows;
    private boolean whole = true;

    private CsvLook(CsvDialect dialect) {
        this.dialect = dialect;
        names = dialect.names();
        int labels = Math.max(100, Math.min(MOST_LABELS, MOST_LABELS_OF_ALL / names.size()));
        names.forEach(name -> facts.add(new CsvColumnFacts(labels)));
    }

    static TableGuess at(List<DataFile> files) {
        CsvLook look = new CsvLook(CsvDialect.of(files.get(0)));
        long bytes = 0;
        for (DataFile file : files) {
            bytes += look.read(file, MOST_BYTES - bytes);
        }
        if (look.rows == 0) {
            throw new BadData(files.get(0).location() + " has no rows below its header");
        }
        return look.guess(files.get(0));
    }

    /** Reads rows up to so many bytes; how many it were. */
    private long read(DataFile file, long most) {
        CsvCells cells = new CsvCells(dialect.delimiter());
        try (LineReader reader = new LineReader(file.open(), 0)) {
            try {
                while (reader.next()) {
                    if (reader.offset() > most) {
                        whole = false;
                        break;
                    }
                    boolean isHeader = dialect.header() && reader.lines() == 1;
                    if (!isHeader && !cells.isBlank(reader.buffer(), reader.start(), reader.end())) {
                        see(cells, reader);
                    }
                }
            } catch (BadLine e) {
                throw new TextFile(file).bad(reader.lines(), e.getMessage());
            }
            return reader.offset();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private void see(CsvCells cells, LineReader reader) {
        cells.split(reader.buffer(), reader.start(), reader.end());
        if (cells.count() != names.size()) {
            throw new BadLine((cells.count() == 1 ? "1 cell" : cells.count() + " cells") + ", expected " + names.size()
                    + " as in the first line (between cells: '" + dialect.delimiter() + "')");
        }
        for (int cell = 0; cell < cells.count(); cell++) {
            facts.get(cell).add(reader.buffer(), cells.start(cell), cells.end(cell), reader.lines());
        }
        rows++;
    }

    private TableGuess guess(DataFile file) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(feature(i));
        }
        int target = target(columns);
        if (target < 0) {
            throw new BadData(file.location() + " has no column that could be predicted: each is empty, always the same"
                    + " or different in each row");
        }
        columns.set(target, target(target));
        keepOneId(columns);
        CsvColumnFacts goal = facts.get(target);
        List<String> classes = isClass(goal) ? goal.classes().names() : List.of();
        return new TableGuess(
                rows, whole, dialect.delimiter(), dialect.header(), dialect.headerReason(), columns, classes);
    }

    private Column feature(int i) {
        CsvColumnFacts column = facts.get(i);
        String different = column.different() + " different " + (column.isNumber() ? "numbers" : "texts");
        if (column.isEmpty()) {
            return column(i, Use.DROP, "no row has anything here");
        }
        if (column.different() == 1 && column.missing() == 0 && rows > 1) {
            return column(i, Use.DROP, "the same in every row");
        }
        if (column.namesRows() && (column.isNumber() ? isIdName(i) && column.isWhole() : !column.isMixed())) {
            return column(i, Use.ID, "different in each row");
        }
        if (column.isNumber()) {
            return column(i, Use.NUMBER, different(column, "numbers"));
        }
        if (column.isMixed()) {
            boolean few = !column.hasMoreThan(MOST_DOUBTFUL_CATEGORIES);
            return few
                    ? column(
                            i,
                            column.beginsWithText() ? Use.CATEGORY : Use.CATEGORICAL,
                            different + ", some of which are numbers")
                    : column(
                            i,
                            Use.DROP,
                            "numbers, but also " + column.firstText() + ": put that right to learn from it");
        }
        return column.hasMoreThan(MOST_CATEGORIES)
                ? column(i, Use.DROP, different(column, "texts") + ", too many for categories")
                : column(i, Use.CATEGORY, different);
    }

    private static String different(CsvColumnFacts column, String what) {
        return (column.hasMoreThan(column.different()) ? "more than " : "") + column.different() + " different " + what;
    }

    /** Named so, else the last one with something to predict; -1 if there is none. */
    private int target(List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (TARGETS.contains(names.get(i).toLowerCase(Locale.ROOT)) && isPredictable(columns.get(i))) {
                return i;
            }
        }
        for (int i = columns.size() - 1; i >= 0; i--) {
            if (isPredictable(columns.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isPredictable(Column column) {
        return column.use() == Use.NUMBER || column.use() == Use.CATEGORY || column.use() == Use.CATEGORICAL;
    }

    private Column target(int i) {
        boolean named = TARGETS.contains(names.get(i).toLowerCase(Locale.ROOT));
        boolean last = i == names.size() - 1;
        return column(
                i, Use.TARGET, named ? "so named" : last ? "the last column" : "the last column that can be predicted");
    }

    /** Rows have one name; a second one is left out. */
    private static void keepOneId(List<Column> columns) {
        boolean found = false;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.use() == Use.ID && found) {
                columns.set(i, new Column(column.name(), column.number(), Use.DROP, column.reason(), column.missing()));
            }
            found |= column.use() == Use.ID;
        }
    }

    private static boolean isClass(CsvColumnFacts target) {
        return !target.isNumber() || (target.isWhole() && !target.hasMoreThan(MOST_NUMBERED_CLASSES));
    }

    private boolean isIdName(int i) {
        String name = names.get(i).toLowerCase(Locale.ROOT);
        return name.isEmpty() ? dialect.header() : name.matches("(.*[ _.-])?(id|index|no|nr|number|row)|unnamed: 0");
    }

    private Column column(int i, Use use, String reason) {
        String name = names.get(i);
        boolean own = !name.isEmpty() && Collections.frequency(names, name) == 1;
        return new Column(own ? name : null, i + 1, use, reason, facts.get(i).missing());
    }
}
