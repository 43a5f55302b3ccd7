package glissade.data;

/** Lines of LIBSVM as rows for a model that has been trained; a label of {@code ?} is one that is not known. */
final class NewLibsvmCoding implements RowCoding {
    private static final long serialVersionUID = 1;

    private final int features;
    private final TargetCode target;

    NewLibsvmCoding(int features, TargetCode target) {
        this.features = features;
        this.target = target;
    }

    @Override
    public Encoder encoder() {
        LibsvmLine line = new LibsvmLine(features);
        return (text, from, to, rows) -> {
            if (!line.read(text, from, to)) {
                return false;
            }
            for (int entry = 0; entry < line.count(); entry++) {
                rows.value(line.feature(entry), line.value(entry));
            }
            boolean known = !CsvMissing.isMissing(text, line.labelStart(), line.labelEnd());
            rows.endRow(known ? target.code(text, line.labelStart(), line.labelEnd()) : Float.NaN);
            return true;
        };
    }
}
