package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.numeric.FeatureEntries;
import glissade.numeric.Kernels;
import glissade.numeric.ScalarKernels;
import glissade.optim.BatchSize;
import glissade.optim.Optimizer;
import glissade.optim.Optimizers;
import glissade.optim.Recipe;
import glissade.optim.TrainingSpec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Trials take other ways to their gradients where numbers are very small or weights narrow. The ways are taken, and they lead to
 * the bits of plain loops, alone and fused.
 */
class OtherWaysTest {
    private static final MemoryData DATA = Trials.data(300, 0, 50, 0.4, 1);

    /** Rates from timid to wild: the wild ones are soon so sure that their deltas lose their first bits. */
    private static final double[] RATES = {0.03, 0.3, 3, 10, 30, 60, 100};

    /** What was called, and whether anything was lifted. */
    private static final class Watch {
        private final Set<String> called = new TreeSet<>();
        private boolean lifted;

        Kernels kernels() {
            return (Kernels) Proxy.newProxyInstance(
                    Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (proxy, method, arguments) -> {
                        try {
                            Object result = method.invoke(Kernels.best(), arguments);
                            called.add(method.getName());
                            lifted |= method.getName().equals("lift") && ((FeatureEntries) arguments[2]).isLifted();
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    private static List<Recipe> optimizers() {
        return Optimizers.ALL.stream().map(Optimizer::recipe).toList();
    }

    private static List<LaneSpec> lanes(Recipe optimizer) {
        List<LaneSpec> lanes = new ArrayList<>();
        for (int lane = 0; lane < RATES.length; lane++) {
            TrainingSpec plain = Trials.training(12, BatchSize.of(32), RATES[lane]);
            lanes.add(Trials.lane(lane, Trials.with(plain, optimizer, plain.penalty(), plain.clipping())));
        }
        return lanes;
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void leadToTheBitsOfPlainLoops(Recipe optimizer) {
        List<LaneSpec> lanes = lanes(optimizer);
        Watch together = new Watch();
        List<LaneResult> fused = Trials.train(Trials.cohort(Trials.softmax(), lanes), DATA, together.kernels());
        Bits.assertSame(
                Trials.train(Trials.cohort(Trials.softmax(), lanes), DATA, new ScalarKernels()), fused, "plain loops");
        Watch apart = new Watch();
        List<LaneResult> alone = new ArrayList<>();
        for (LaneSpec lane : lanes) {
            alone.addAll(Trials.train(Trials.cohort(Trials.softmax(), List.of(lane)), DATA, apart.kernels()));
        }
        Bits.assertSame(alone, fused, "alone");
        assertTrue(apart.called.contains("sparseScatter"), apart.called.toString());
        assertTrue(apart.called.contains("endChains"), apart.called.toString());
        assertTrue(together.called.contains("sparseGradient"), together.called.toString());
        if (optimizer.name().equals("sgd")) {
            assertEquals(List.of(true, true), List.of(together.lifted, apart.lifted), "lifted fused and alone");
        }
    }
}
