package glissade.data;

import glissade.numeric.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A source whose rows have been read once and are held in memory, for as many passes as are needed. */
final class RowsAtHand implements Source {
    private static final long serialVersionUID = 1;

    private final SourceShape shape;
    private final ArrayList<Segment> segments;
    private final ArrayList<Block> training = new ArrayList<>();
    private final ArrayList<Block> test = new ArrayList<>();

    RowsAtHand(Source source) {
        shape = source.shape();
        segments = new ArrayList<>(source.trainingSegments());
        source.read(Part.TRAINING, 0, shape.trainingRows(), training::add);
        if (shape.testRows() > 0) {
            source.read(Part.TEST, 0, shape.testRows(), test::add);
        }
    }

    @Override
    public SourceShape shape() {
        return shape;
    }

    @Override
    public List<Segment> trainingSegments() {
        return segments;
    }

    @Override
    public void read(Part part, long from, long to, Consumer<Block> sink) {
        long first = 0;
        for (Block block : part == Part.TRAINING ? training : test) {
            int begin = (int) Math.max(from - first, 0);
            int end = (int) Math.min(to - first, block.rows());
            if (begin < end) {
                sink.accept(BlockSlices.slice(block, begin, end));
            }
            first += block.rows();
        }
    }
}
