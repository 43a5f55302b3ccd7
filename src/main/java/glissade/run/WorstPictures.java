package glissade.run;

import glissade.data.Split;
import glissade.engine.ScoredShard;
import glissade.engine.WorstRows;
import glissade.store.Table;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The rows that a model got most wrong, as pictures: the table {@code pictures}. */
final class WorstPictures {
    private static final int LEVELS = 255;

    private record Wrong(WorstRows rows, int row) {
        private float loss() {
            return rows.loss(row);
        }
    }

    private WorstPictures() {}

    /** Appends those of a split; of features so many, none where these are no square. */
    static void add(Table table, String trial, Split split, int features, List<ScoredShard> shards) {
        shards.stream()
                .flatMap(shard -> shard.worst(split).stream())
                .flatMap(rows -> IntStream.range(0, rows.count()).mapToObj(row -> new Wrong(rows, row)))
                .sorted(Comparator.comparingDouble((Wrong wrong) -> -wrong.loss())
                        .thenComparingLong(wrong -> wrong.rows().position(wrong.row())))
                .limit(WorstRows.MOST)
                .forEach(wrong -> table.add(List.of(
                        trial,
                        split.name().toLowerCase(Locale.ROOT),
                        wrong.rows().position(wrong.row()),
                        WorstRows.side(features),
                        levels(wrong, features))));
    }

    /** From the least to the largest feature of the row. */
    private static String levels(Wrong wrong, int features) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < features; i++) {
            low = Math.min(low, wrong.rows().feature(wrong.row(), i));
            high = Math.max(high, wrong.rows().feature(wrong.row(), i));
        }
        byte[] levels = new byte[features];
        for (int i = 0; i < features; i++) {
            double share =
                    high > low ? (wrong.rows().feature(wrong.row(), i) - (double) low) / ((double) high - low) : 0;
            levels[i] = (byte) StrictMath.rint(LEVELS * share);
        }
        return HexFormat.of().formatHex(levels);
    }
}
