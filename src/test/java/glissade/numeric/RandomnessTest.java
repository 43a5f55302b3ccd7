package glissade.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.numeric.Randomness.Purpose;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomnessTest {
    private static final int DRAWS = 1_000_000;

    @Test
    void valuesNeverDrift() {
        assertEquals(0x9807e02220439b04L, Randomness.bits(42, Purpose.INITIALISATION, 0, 0));
        assertEquals(0x1253b6c044327b45L, Randomness.bits(42, Purpose.ORDER, 3, 1L << 32));
        assertEquals(0x2b547292f6c3e4c5L, Randomness.bits(-1, Purpose.DATA, -1, -1));
        assertEquals(0x27b8ce366a2dc620L, Randomness.bits(Long.MAX_VALUE, Purpose.NOISE, 7, 1_000_000_007));
        assertEquals(0xd76ad2bb84dd119bL, Randomness.bits(42, Purpose.SPLIT, 0, 59_999));
        assertEquals(0x1a979a6bfc43d1d9L, Randomness.bits(42, Purpose.SEARCH, 1, 2));
        assertEquals(0xad24d432ed81b7a4L, Randomness.bits(42, Purpose.REPLICATE, 0, 1));
        assertEquals(0.016615397317094383, Randomness.uniform(42, Purpose.DATA, 1, 12345));
        assertEquals(996, Randomness.below(60_000, 42, Purpose.DATA, 1, 12345));
        assertEquals(0.19110385909814231, Randomness.gaussian(42, Purpose.INITIALISATION, 1, 12345));
        assertEquals(2.601162799549628, Randomness.gaussian(42, Purpose.INITIALISATION, 1, 155));
    }

    @Test
    void bitsAreTheFirstWordsOfPhiloxAtIndexStreamAndPurpose() {
        long expected = Philox.firstWords(9, 3L << 32 | 5, 42);
        assertEquals(expected, Randomness.bits(42, Purpose.DATA, 5, 9));
    }

    @Test
    void everyArgumentCounts() {
        Set<Long> seen = new HashSet<>();
        int drawn = 0;
        for (long seed = 0; seed < 8; seed++) {
            for (Purpose purpose : Purpose.values()) {
                for (int stream = -4; stream < 4; stream++) {
                    for (long index = -4; index < 4; index++) {
                        seen.add(Randomness.bits(seed, purpose, stream, index));
                        drawn++;
                    }
                }
            }
        }
        assertEquals(drawn, seen.size());
    }

    @Test
    void uniformsFillTheUnitIntervalEvenly() {
        long[] counts = new long[1000];
        for (int i = 0; i < DRAWS; i++) {
            double u = Randomness.uniform(1, Purpose.DATA, 0, i);
            assertEquals(u * 0x1p53, Math.floor(u * 0x1p53));
            counts[(int) (u * counts.length)]++;
        }
        ChiSquare.assertUniform(counts, "uniform");
    }

    @Test
    void neighboursOnEveryAxisAreIndependent() {
        long[] byIndex = new long[1024];
        long[] byStream = new long[1024];
        long[] bySeed = new long[1024];
        for (int i = 0; i < DRAWS; i++) {
            int here = top5(Randomness.bits(i, Purpose.NOISE, i, i)) * 32;
            byIndex[here + top5(Randomness.bits(i, Purpose.NOISE, i, i + 1L))]++;
            byStream[here + top5(Randomness.bits(i, Purpose.NOISE, i + 1, i))]++;
            bySeed[here + top5(Randomness.bits(i + 1L, Purpose.NOISE, i, i))]++;
        }
        ChiSquare.assertUniform(byIndex, "neighbours by index");
        ChiSquare.assertUniform(byStream, "neighbours by stream");
        ChiSquare.assertUniform(bySeed, "neighbours by seed");
    }

    private static int top5(long bits) {
        return (int) (bits >>> 59);
    }

    @Test
    void gaussiansHaveTheNormalMoments() {
        double[] moments = new double[5];
        for (int i = 0; i < DRAWS; i++) {
            double z = Randomness.gaussian(2, Purpose.INITIALISATION, 0, i);
            double power = 1;
            for (int k = 1; k <= 4; k++) {
                power *= z;
                moments[k] += power / DRAWS;
            }
        }
        // Standard errors: sqrt((E z^2k - (E z^k)^2) / draws), that is sqrt(1, 2, 15, 96) / 1000.
        assertEquals(0, moments[1], 5 * 0.001);
        assertEquals(1, moments[2], 5 * 0.00142);
        assertEquals(0, moments[3], 5 * 0.00388);
        assertEquals(3, moments[4], 5 * 0.0098);
    }

    @Test
    void gaussiansFallBeyondTheirQuantilesAsOftenAsTheyShould() {
        double[] probabilities = {1e-4, 1e-3, 0.01, 0.1, 0.3};
        for (double p : probabilities) {
            double z = NormalQuantile.at(p);
            int below = 0;
            int above = 0;
            for (int i = 0; i < DRAWS; i++) {
                double drawn = Randomness.gaussian(3, Purpose.INITIALISATION, 0, i);
                below += drawn < z ? 1 : 0;
                above += drawn > -z ? 1 : 0;
            }
            double deviation = Math.sqrt(DRAWS * p * (1 - p));
            assertEquals(DRAWS * p, below, 5 * deviation, "below " + z);
            assertEquals(DRAWS * p, above, 5 * deviation, "above " + -z);
        }
    }

    @Test
    void theFarthestGaussiansAreFinite() {
        assertEquals(-8.21, NormalQuantile.at(0x1p-53), 0.005);
        assertEquals(8.21, NormalQuantile.at(1 - 0x1p-53), 0.005);
    }

    @Test
    void belowIsUniformAlsoOverBoundsThatAreNoPowersOfTwo() {
        for (int bound : new int[] {2, 3, 7, 1000}) {
            long[] counts = new long[bound];
            for (int i = 0; i < DRAWS / 10; i++) {
                counts[(int) Randomness.below(bound, 4, Purpose.SEARCH, bound, i)]++;
            }
            ChiSquare.assertUniform(counts, "below " + bound);
        }
        assertEquals(0, Randomness.below(1, 4, Purpose.SEARCH, 1, 0));
    }

    @Test
    void belowIsTheHighHalfOfTheExactProduct() {
        long[] bounds = {1, 3, 60_000, (1L << 40) + 1, Long.MAX_VALUE};
        for (long bound : bounds) {
            for (int i = 0; i < 1000; i++) {
                BigInteger bits = new BigInteger(Long.toUnsignedString(Randomness.bits(5, Purpose.SPLIT, 0, i)));
                long exact =
                        bits.multiply(BigInteger.valueOf(bound)).shiftRight(64).longValueExact();
                assertEquals(exact, Randomness.below(bound, 5, Purpose.SPLIT, 0, i));
            }
        }
    }

    @Test
    void aBoundBelowOneIsRefused() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Randomness.below(0, 1, Purpose.DATA, 0, 0));
        assertTrue(refusal.getMessage().contains("bound must be positive, got 0"));
    }
}
