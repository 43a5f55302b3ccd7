package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.GeneratorSpec;
import glissade.data.Sampling;
import glissade.data.ScalingKind;
import glissade.data.Split;
import glissade.engine.Selection;
import glissade.run.Manifest.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataInWordsTest {
    private static Source source(String name, long rows, Sampling sampling, double validation) {
        int classes = name.equals("circles") ? 2 : 0;
        GeneratorSpec generator = new GeneratorSpec(rows, 2_000, 0.1, 2, classes, sampling, List.of(), 0);
        return source(new DataSpec(name, null, generator, 42, validation, 1));
    }

    private static Source source(DataSpec spec) {
        return new Source(spec, 1, DataSets.open(spec).summary());
    }

    private static Optional<String> mixture(List<Source> sources, String metric) {
        return new DataInWords(sources).mixture(Selection.named(metric, true));
    }

    @Test
    void dataThatDiffersInItsRowsOnlyIsOneLine() {
        List<Source> sources = List.of(
                source("circles", 20, Sampling.UNIFORM, 0),
                source("circles", 500, Sampling.UNIFORM, 0),
                source("circles", 5_000, Sampling.UNIFORM, 0),
                source("linear", 1, Sampling.UNIFORM, 0),
                source("circles", 20, Sampling.UNIFORM, 0));
        assertEquals(
                "circles in 3 versions: 20 to 5,000 training, 2,000 test rows; 2 features, 2 classes\n"
                        + "linear: 1 training, 2,000 test rows; 2 features",
                new DataInWords(sources).lines());
    }

    @Test
    void aLandscapeHasNoData() {
        GeneratorSpec one = new GeneratorSpec(1, 0, 0, 2, 0, Sampling.UNIFORM, List.of(), 0);
        GeneratorSpec pushes = new GeneratorSpec(50, 0, 0, 2, 0, Sampling.UNIFORM, List.of(), 0);
        assertEquals(
                "none: landscapes need no rows",
                new DataInWords(List.of(source(new DataSpec("noise", null, one, 42, 0, 1)))).lines());
        assertEquals(
                "noise: 50 training rows; 2 features",
                new DataInWords(List.of(source(new DataSpec("noise", null, pushes, 42, 0, 1)))).lines());
    }

    @Test
    void numbersOfDifferentRowsAreCalledSo() {
        List<Source> samplings =
                List.of(source("linear", 100, Sampling.UNIFORM, 0.2), source("linear", 100, Sampling.GAUSSIAN, 0.2));
        assertEquals(
                Optional.of("Not all trials are measured on the same rows: there are 2 sets of validation rows, and the"
                        + " ranking compares these as much as the settings."),
                mixture(samplings, "validation.loss"));
        assertTrue(mixture(samplings, "test.loss").isPresent());
    }

    @Test
    void theSameRowsAreNotCalledDifferentForTheirUnitsOrForWhatIsTrainedOn() {
        Source few = source("circles", 100, Sampling.UNIFORM, 0.2);
        Source scaled = source(few.spec().with(ScalingKind.STANDARDIZE));
        assertEquals(Optional.empty(), mixture(List.of(few, scaled), "validation.accuracy"));
        List<Source> sizes = List.of(few, source("circles", 500, Sampling.UNIFORM, 0.2));
        assertEquals(Optional.empty(), mixture(sizes, "test.loss"));
        for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
            assertTrue(mixture(sizes, split + ".loss").isPresent(), split::name);
        }
    }
}
