package glissade.data;

import glissade.numeric.Block;
import java.util.List;
import java.util.function.Consumer;

/** Rows of text files that have been surveyed: training rows, and those for the test where files of their own hold them. */
final class TextSource implements Source {
    private static final long serialVersionUID = 1;

    private final TextRows training;
    private final TextRows test;
    private final SourceShape shape;
    private final long nonZeros;
    private final TableFacts facts;

    TextSource(TextRows training, TextRows test, SourceShape shape, long nonZeros) {
        this(training, test, shape, nonZeros, TableFacts.NONE);
    }

    TextSource(TextRows training, TextRows test, SourceShape shape, long nonZeros, TableFacts facts) {
        this.training = training;
        this.test = test;
        this.shape = shape;
        this.nonZeros = nonZeros;
        this.facts = facts;
    }

    @Override
    public SourceShape shape() {
        return shape;
    }

    @Override
    public List<Segment> trainingSegments() {
        return training.segments();
    }

    @Override
    public boolean isSmall() {
        return nonZeros <= DataScan.SMALL_VALUES;
    }

    @Override
    public boolean hasIds() {
        return training.hasIds();
    }

    @Override
    public TableCoding coding() {
        return training.coding();
    }

    @Override
    public TableFacts facts() {
        return facts;
    }

    @Override
    public void readIds(Part part, long from, long to, Consumer<String> sink) {
        (part == Part.TRAINING ? training : test).readIds(from, to, sink);
    }

    @Override
    public void read(Part part, long from, long to, Consumer<Block> sink) {
        (part == Part.TRAINING ? training : test).read(from, to, sink);
    }
}
