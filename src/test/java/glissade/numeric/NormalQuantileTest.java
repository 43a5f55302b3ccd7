package glissade.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NormalQuantileTest {
    /** Probabilities with their quantiles, solved in 60-digit arithmetic, then rounded. */
    private static final double[][] KNOWN = {
        {0.5, 0.0},
        {0.25, -0.6744897501960817},
        {0.975, 1.9599639845400538},
        {0.925, 1.4395314709384561},
        {0.0749, -1.4402382675279637},
        {1e-3, -3.0902323061678136},
        {1e-6, -4.753424308822899},
        {1e-11, -6.706023155495136},
        {2e-11, -6.604077590405634},
        {1e-20, -9.262340089798407},
        {1e-300, -37.0470962993612}
    };

    @Test
    void knownQuantilesAreReachedInAllThreeRegions() {
        for (double[] pair : KNOWN) {
            assertEquals(pair[1], NormalQuantile.at(pair[0]), 1e-15 * Math.abs(pair[1]), "p = " + pair[0]);
        }
    }

    @Test
    void theQuantileIsOddAboutOneHalf() {
        for (int i = 1; i < 512; i++) {
            assertEquals(-NormalQuantile.at(i / 1024.0), NormalQuantile.at(1 - i / 1024.0));
        }
    }
}
