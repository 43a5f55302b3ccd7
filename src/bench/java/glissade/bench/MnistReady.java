package glissade.bench;

import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.ScannedData;
import glissade.data.Shard;
import glissade.data.ShardedData;
import glissade.data.Split;
import glissade.plan.ShardCount;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * {@code MnistReady FOLDER plain|gzip TURNS} prints for each turn the seconds from opening the four files to the shards that
 * engines train on, and the training rows of the first. The first turn is that of a cold JVM.
 */
final class MnistReady {
    private static final double SCALE = 255;

    private MnistReady() {}

    public static void main(String[] arguments) {
        DataSpec spec = SourceFiles.mnist(Path.of(arguments[0]), arguments[1], SCALE);
        for (int turn = 0; turn < Integer.parseInt(arguments[2]); turn++) {
            long begin = System.nanoTime();
            ScannedData scanned = DataSets.open(spec);
            int shards = ShardCount.of(scanned.summary().storedValues(), OptionalInt.empty())
                    .count();
            ShardedData data = scanned.sharded(shards);
            // Not by way of ResidentData, which would remember the turn before.
            List<Shard> loaded = IntStream.range(0, shards).mapToObj(data::load).toList();
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.println(seconds + " " + loaded.get(0).rows(Split.TRAIN).rows());
        }
    }
}
