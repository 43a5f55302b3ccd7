package glissade.bench;

import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.GeneratorSpec;
import glissade.data.Sampling;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what all contestants train on: {@code WriteData SOURCE FOLDER}.
 *
 * <ul>
 *   <li>{@code mnist}: MNIST from {@code GLISSADE_MNIST}, pixels divided by 255; four of five are zero
 *   <li>{@code digits}: as many rows drawn by our own generator, for machines without MNIST
 *   <li>{@code blobs}: ten overlapping Gaussian clouds of that size, without a zero
 * </ul>
 */
final class WriteData {
    private static final long SEED = 42;
    private static final int FEATURES = 784;
    /** Clouds overlap so far that there is something to learn and no model learns it all. */
    private static final double OVERLAP = 60;

    private WriteData() {}

    public static void main(String[] arguments) throws Exception {
        DataSpec spec =
                switch (arguments[0]) {
                    case "mnist" -> new DataSpec("mnist", null, null, SEED, 0, 255);
                    case "digits" -> new DataSpec("digits", null, generator(0), SEED, 0, 1);
                    case "blobs" -> new DataSpec("blobs", null, generator(OVERLAP), SEED, 0, OVERLAP);
                    default -> throw new IllegalArgumentException("no data set is called " + arguments[0]);
                };
        RawData.write(DataSets.open(spec).sharded(1).load(0), Path.of(arguments[1]));
    }

    private static GeneratorSpec generator(double noise) {
        return new GeneratorSpec(60_000, 10_000, noise, FEATURES, RawData.CLASSES, Sampling.UNIFORM, List.of(), 0);
    }
}
