package glissade.data;

import glissade.numeric.Block;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Rows made up on the spot. Row r of a part is a pure function of (seed, part, r), so that a larger set begins with the
 * rows of a smaller one and a set of any size costs only the rows in hand.
 */
abstract class GeneratedSource implements Source {
    private static final long serialVersionUID = 1;
    private static final int ROWS_AT_ONCE = 1024;
    private static final long VALUES_AT_ONCE = 1L << 20;

    private final String name;
    private final long seed;
    private final SourceShape shape;

    GeneratedSource(DataSpec spec, int features, List<String> classNames) {
        GeneratorSpec asked = spec.generator();
        if (asked.rows() < 1) {
            throw new BadData("data.rows must be at least 1, got " + asked.rows());
        }
        name = spec.source();
        seed = spec.seed();
        shape = new SourceShape(asked.rows(), asked.testRows(), features, classNames);
    }

    /** Writes one row after the other; has the scratch space of one pass. */
    interface RowWriter {
        void write(RowRandomness random, BlockBuilder row);
    }

    abstract RowWriter writer();

    /** Everything that decides the rows, in a fixed form. */
    static String describe(DataSpec spec) {
        GeneratorSpec asked = spec.generator();
        String weights = asked.weights().stream().map(GeneratedSource::bits).collect(Collectors.joining(","));
        return spec.source() + " rows=" + asked.rows() + " test=" + asked.testRows() + " noise=" + bits(asked.noise())
                + " features=" + asked.features() + " classes=" + asked.classes() + " sampling=" + asked.sampling()
                + " weights=" + weights + " bias=" + bits(asked.bias()) + " seed=" + spec.seed();
    }

    private static String bits(double value) {
        return HexFormat.of().toHexDigits(Double.doubleToLongBits(value));
    }

    @Override
    public SourceShape shape() {
        return shape;
    }

    @Override
    public List<Segment> trainingSegments() {
        return List.of(new Segment(name, shape.trainingRows()));
    }

    @Override
    public void read(Part part, long from, long to, Consumer<Block> sink) {
        RowWriter writer = writer();
        BlockBuilder rows = BlockBuilder.sparse(shape.features());
        for (long row = from; row < to; row++) {
            writer.write(new RowRandomness(seed, part, row), rows);
            if (row == to - 1 || rows.rows() == ROWS_AT_ONCE || rows.storedValues() >= VALUES_AT_ONCE) {
                sink.accept(rows.build());
            }
        }
    }
}
