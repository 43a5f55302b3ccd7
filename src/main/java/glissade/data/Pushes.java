package glissade.data;

import java.util.List;

/**
 * The source {@code noise}: pushes for a walk on a landscape ({@code model.type = surface}). A row is two standard Gaussian
 * numbers and the target 0. Rows 2k and 2k + 1 push in opposite directions, so that an even number of rows pushes nowhere
 * on the whole and their mean loss is the landscape itself.
 */
final class Pushes extends GeneratedSource {
    private static final long serialVersionUID = 1;

    private static final int X = 0;
    private static final int Y = 1;

    Pushes(DataSpec spec) {
        super(spec, 2, List.of());
    }

    @Override
    RowWriter writer() {
        return Pushes::write;
    }

    private static void write(RowRandomness random, BlockBuilder row) {
        RowRandomness pair = random.at(random.row() & ~1L);
        double sign = random.row() == pair.row() ? 1 : -1;
        row.value(0, (float) (sign * pair.gaussian(X)));
        row.value(1, (float) (sign * pair.gaussian(Y)));
        row.endRow(0);
    }
}
