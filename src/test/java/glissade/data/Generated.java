package glissade.data;

import java.util.List;

/** Specs of generated sources for tests: their defaults, and what a test says instead. */
record Generated(
        String source,
        long rows,
        long testRows,
        double noise,
        int features,
        int classes,
        Sampling sampling,
        List<Double> weights,
        double bias,
        long seed) {
    static Generated of(String source) {
        GeneratorSpec standard = SourceKind.of(source).standard();
        return new Generated(
                source,
                standard.rows(),
                standard.testRows(),
                standard.noise(),
                standard.features(),
                standard.classes(),
                standard.sampling(),
                standard.weights(),
                standard.bias(),
                42);
    }

    Generated withRows(long training, long test) {
        return new Generated(source, training, test, noise, features, classes, sampling, weights, bias, seed);
    }

    Generated withNoise(double other) {
        return new Generated(source, rows, testRows, other, features, classes, sampling, weights, bias, seed);
    }

    Generated withShape(int width, int kinds) {
        return new Generated(source, rows, testRows, noise, width, kinds, sampling, weights, bias, seed);
    }

    Generated withSampling(Sampling other) {
        return new Generated(source, rows, testRows, noise, features, classes, other, weights, bias, seed);
    }

    /** Given weights decide the number of features. */
    Generated withTruth(List<Double> given, double givenBias) {
        return new Generated(source, rows, testRows, noise, given.size(), classes, sampling, given, givenBias, seed);
    }

    Generated withSeed(long other) {
        return new Generated(source, rows, testRows, noise, features, classes, sampling, weights, bias, other);
    }

    DataSpec spec() {
        return spec(0, 1);
    }

    DataSpec spec(double validation, double scale) {
        GeneratorSpec generator = new GeneratorSpec(rows, testRows, noise, features, classes, sampling, weights, bias);
        return new DataSpec(source, null, generator, seed, validation, scale);
    }

    Source open() {
        return SourceKind.of(source).open(spec());
    }
}
