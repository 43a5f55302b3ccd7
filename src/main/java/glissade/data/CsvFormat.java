package glissade.data;

import glissade.data.CsvColumns.Kind;
import java.util.List;

/** CSV with known columns; learns categories, the target, and what is missing. */
final class CsvFormat implements TextFormat<CsvFormat.Learnt> {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_SHOWN = 200;

    private final CsvColumns columns;

    CsvFormat(CsvColumns columns) {
        this.columns = columns;
    }

    @Override
    public boolean hasHeader() {
        return columns.spec().header();
    }

    @Override
    public void checkHeader(byte[] text, int from, int to) {
        CsvCells cells = columns.cells();
        cells.split(text, from, to);
        List<String> names = columns.names();
        boolean same = cells.count() == names.size();
        for (int cell = 0; same && cell < cells.count(); cell++) {
            same = cells.text(text, cell).equals(names.get(cell));
        }
        if (!same) {
            String expected = String.join(", ", names);
            throw new BadLine("the header is " + BadLine.quoted(text, from, to) + ", expected the columns "
                    + (expected.length() <= LONGEST_SHOWN ? expected : expected.substring(0, LONGEST_SHOWN) + "..."));
        }
    }

    @Override
    public Learnt tally() {
        return new Learnt(columns);
    }

    /** What a pass has learnt. */
    static final class Learnt implements TextFormat.Tally<Learnt> {
        private static final long serialVersionUID = 1;

        private final CsvColumns columns;
        private final CsvCells cells;
        private final TargetTally target;
        private final ByteTexts[] categories;
        private final long[] missing;
        private long rows;
        private long dropped;
        private long nonZeros;

        private Learnt(CsvColumns columns) {
            this.columns = columns;
            cells = columns.cells();
            target = columns.targetTally();
            categories = new ByteTexts[columns.count()];
            missing = new long[columns.count()];
            for (int column : columns.used()) {
                categories[column] = columns.kind(column) == Kind.CATEGORY ? new ByteTexts() : null;
            }
        }

        @Override
        public boolean add(byte[] text, int from, int to) {
            if (!columns.splitRow(cells, text, from, to)) {
                dropped += cells.isBlank(text, from, to) ? 0 : 1;
                return false;
            }
            for (int column : columns.used()) {
                int start = cells.start(column);
                int end = cells.end(column);
                if (column == columns.target()) {
                    target.add(text, start, end);
                } else if (CsvMissing.isMissing(text, start, end)) {
                    missing[column]++;
                } else if (categories[column] != null) {
                    categories[column].add(text, start, end);
                    limit(column);
                    nonZeros++;
                } else {
                    nonZeros += columns.number(text, start, end, column) == 0 ? 0 : 1;
                }
            }
            rows++;
            return true;
        }

        private void limit(int column) {
            if (categories[column].size() > GeneratorSpec.MOST_CLASSES) {
                throw new BadLine(columns.inWords(column) + " is text with more than " + GeneratorSpec.MOST_CLASSES
                        + " different categories: is it an id (data.id), or not needed (data.drop)?");
            }
        }

        @Override
        public void add(Learnt next) {
            target.add(next.target);
            for (int column : columns.used()) {
                missing[column] += next.missing[column];
                if (categories[column] != null) {
                    categories[column].add(next.categories[column]);
                    limit(column);
                }
            }
            rows += next.rows;
            dropped += next.dropped;
            nonZeros += next.nonZeros;
        }

        TargetTally target() {
            return target;
        }

        /** Null for a column of numbers. */
        ByteTexts categories(int column) {
            return categories[column];
        }

        long missing(int column) {
            return missing[column];
        }

        long rows() {
            return rows;
        }

        /** What the table is like. */
        TableFacts facts(TableCoding coding) {
            double[] shares = new double[missing.length];
            for (int column = 0; column < shares.length; column++) {
                shares[column] = (double) missing[column] / rows;
            }
            return TableFacts.of(coding, shares, (double) dropped / (rows + dropped));
        }

        /** Rows left out because a cell is missing. */
        long dropped() {
            return dropped;
        }

        /** Values that are not zero. */
        long nonZeros() {
            return nonZeros;
        }
    }
}
