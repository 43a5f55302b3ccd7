package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BayesAccuracyTest {
    /** Two clouds d deviations apart: half-way the best rule is right with probability Phi(d / 2). */
    @Test
    void ofTwoCloudsIsTheNormalDistributionOfHalfTheirDistance() {
        assertEquals(0.8413447, BayesAccuracy.ofLogOdds(2, 2), 1e-5);
        assertEquals(0.9772499, BayesAccuracy.ofLogOdds(8, 4), 1e-5);
        assertEquals(0.5, BayesAccuracy.ofLogOdds(0, 0), 0);
    }

    @Test
    void ofSureOddsIsTheirProbability() {
        assertEquals(1 / (1 + StrictMath.exp(-3)), BayesAccuracy.ofLogOdds(-3, 0), 1e-15);
    }

    @Test
    void ofRingsFallsFromOneToAHalf() {
        assertEquals(1, BayesAccuracy.ofRings(1, 0.5, 0), 0);
        assertEquals(1, BayesAccuracy.ofRings(1, 0.5, 0.02), 1e-5);
        assertEquals(0.950, BayesAccuracy.ofRings(1, 0.5, 0.15), 5e-4);
        assertEquals(0.939, BayesAccuracy.ofRings(1, 0.5, 0.16), 5e-4);
        assertEquals(0.5, BayesAccuracy.ofRings(1, 0.5, 50), 1e-3);
    }
}
