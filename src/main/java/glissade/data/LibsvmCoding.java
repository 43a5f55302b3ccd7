package glissade.data;

/** LIBSVM lines as rows: feature i is index i + 1. */
final class LibsvmCoding implements RowCoding {
    private static final long serialVersionUID = 1;

    private final TableSpec spec;
    private final TargetCode target;

    LibsvmCoding(TableSpec spec, TargetCode target) {
        this.spec = spec;
        this.target = target;
    }

    @Override
    public Encoder encoder() {
        LibsvmLine line = LibsvmFormat.line(spec);
        return (text, from, to, rows) -> {
            if (!line.read(text, from, to)) {
                return false;
            }
            for (int entry = 0; entry < line.count(); entry++) {
                rows.value(line.feature(entry), line.value(entry));
            }
            rows.endRow(target.code(text, line.labelStart(), line.labelEnd()));
            return true;
        };
    }
}
