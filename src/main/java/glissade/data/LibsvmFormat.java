package glissade.data;

/** LIBSVM text; learns the largest index and the target. */
final class LibsvmFormat implements TextFormat<LibsvmFormat.Learnt> {
    private static final long serialVersionUID = 1;

    private final TableSpec spec;
    private final boolean targetIsNumber;

    LibsvmFormat(TableSpec spec, boolean targetIsNumber) {
        this.spec = spec;
        this.targetIsNumber = targetIsNumber;
    }

    /** With indices up to the width asked for, or else any. */
    static LibsvmLine line(TableSpec spec) {
        return new LibsvmLine(spec.features() > 0 ? spec.features() : TextRows.MOST_FEATURES);
    }

    @Override
    public boolean hasHeader() {
        return false;
    }

    @Override
    public void checkHeader(byte[] text, int from, int to) {
        throw new IllegalStateException("LIBSVM has no header");
    }

    @Override
    public Learnt tally() {
        return new Learnt(line(spec), new TargetTally("the label", spec.task(), targetIsNumber));
    }

    /** What a pass has learnt. */
    static final class Learnt implements TextFormat.Tally<Learnt> {
        private static final long serialVersionUID = 1;

        private final LibsvmLine line;
        private final TargetTally target;
        private int features;
        private long nonZeros;

        private Learnt(LibsvmLine line, TargetTally target) {
            this.line = line;
            this.target = target;
        }

        @Override
        public boolean add(byte[] text, int from, int to) {
            if (!line.read(text, from, to)) {
                return false;
            }
            target.add(text, line.labelStart(), line.labelEnd());
            if (line.count() > 0) {
                features = Math.max(features, line.feature(line.count() - 1) + 1);
                nonZeros += line.count();
            }
            return true;
        }

        @Override
        public void add(Learnt next) {
            target.add(next.target);
            features = Math.max(features, next.features);
            nonZeros += next.nonZeros;
        }

        TargetTally target() {
            return target;
        }

        /** The largest index. */
        int features() {
            return features;
        }

        /** Values given, of which some may be zero. */
        long nonZeros() {
            return nonZeros;
        }
    }
}
