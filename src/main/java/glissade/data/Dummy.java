package glissade.data;

/** Nothing to learn: features uniform over [-1, 1), labels drawn without a look at them. */
final class Dummy extends GeneratedSource {
    private static final long serialVersionUID = 1;

    private static final int CLASS = 0;
    private static final int FEATURES = 1;

    private final int features;
    private final int classes;

    Dummy(DataSpec spec) {
        super(
                spec,
                spec.generator().features(),
                SourceShape.numbered(spec.generator().classes()));
        features = spec.generator().features();
        classes = spec.generator().classes();
    }

    @Override
    public Truth truth() {
        return Truth.UNKNOWN.with(Truth.BAYES_ACCURACY, 1.0 / classes);
    }

    @Override
    RowWriter writer() {
        return this::write;
    }

    private void write(RowRandomness random, BlockBuilder row) {
        for (int i = 0; i < features; i++) {
            row.value(i, (float) Sampling.UNIFORM.draw(random, FEATURES + i));
        }
        row.endRow(random.below(classes, CLASS));
    }
}
