package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SweepQueueTest {
    private static final int LARGEST_PACK = 256;

    private static SweepQueue queue(int takers, int largestPack, double... seconds) {
        List<SweepCohort> cohorts = Arrays.stream(seconds)
                .mapToObj(each -> new SweepCohort(null, null, null, each))
                .toList();
        return new SweepQueue(cohorts, takers, largestPack);
    }

    private static List<Double> seconds(List<SweepCohort> pack) {
        return pack.stream().map(SweepCohort::seconds).toList();
    }

    private static List<List<Double>> all(Supplier<List<SweepCohort>> source) {
        List<List<Double>> packs = new ArrayList<>();
        for (List<SweepCohort> pack = source.get(); !pack.isEmpty(); pack = source.get()) {
            packs.add(seconds(pack));
        }
        return packs;
    }

    @Test
    void longCohortsGoAloneLongestFirst() {
        SweepQueue queue = queue(2, LARGEST_PACK, 3, 60, 7);
        assertEquals(List.of(List.of(60.0), List.of(7.0), List.of(3.0)), all(queue::longest));
    }

    @Test
    void shortOnesNeedNotWaitForLongOnes() {
        SweepQueue queue = queue(2, LARGEST_PACK, 60, 0.1, 50, 0.05);
        assertEquals(List.of(List.of(0.05, 0.1)), all(queue::shortest));
        assertEquals(List.of(List.of(60.0), List.of(50.0)), all(queue::longest));
    }

    @Test
    void packsEndSmallSoThatTakersEndTogether() {
        double[] tiny = DoubleStream.generate(() -> 0.001).limit(2_000).toArray();
        List<List<Double>> packs = all(queue(2, LARGEST_PACK, tiny)::longest);
        assertEquals(2_000, packs.stream().mapToInt(List::size).sum());
        assertTrue(packs.size() < 60, packs.size() + " packs");
        assertTrue(packs.get(0).size() >= 200, packs.get(0).size() + " in the first");
        assertEquals(1, packs.get(packs.size() - 1).size());
    }

    @Test
    void anEngineWithoutPacksGetsOneAtATime() {
        SweepQueue queue = queue(2, 1, 0.001, 0.001, 0.001);
        assertEquals(List.of(), queue.shortest());
        assertEquals(3, all(queue::longest).size());
    }
}
