package glissade.bench;

import glissade.data.DataSummary;
import glissade.data.Shard;
import glissade.data.ShardPlan;
import glissade.data.ShardedData;
import glissade.numeric.Block;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Rows with at most {@value #STORED} values each, whatever their width, so that a step's arithmetic grows with its rows alone. */
record PlainShards(long rows, int features, int shards) implements ShardedData {
    static final int CLASSES = 10;
    static final int STORED = 64;

    private int stored() {
        return Math.min(STORED, features);
    }

    @Override
    public DataSummary summary() {
        List<String> names =
                IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
        return new DataSummary(
                rows,
                0,
                0,
                features,
                CLASSES,
                names,
                Collections.nCopies(CLASSES, rows / CLASSES),
                Double.NaN,
                true,
                rows * stored(),
                "plain " + rows + " x " + features,
                List.of(),
                List.of());
    }

    @Override
    public Shard load(int s) {
        int count = (int) new ShardPlan(rows, shards).size(s);
        int stored = stored();
        int apart = features / stored;
        float[] values = new float[count * stored];
        int[] columns = new int[count * stored];
        int[] starts = new int[count + 1];
        float[] targets = new float[count];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < stored; i++) {
                values[row * stored + i] = 1f / (1 + i);
                columns[row * stored + i] = i * apart + row % apart;
            }
            starts[row + 1] = (row + 1) * stored;
            targets[row] = row % CLASSES;
        }
        Block training = Block.sparse(features, values, columns, starts, targets);
        Block none = Block.sparse(features, new float[0], new int[0], new int[1], new float[0]);
        return new Shard(s, training, none, none);
    }
}
