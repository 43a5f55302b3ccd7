package glissade.numeric;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The most that one core can do: twelve independent chains of vector FMAs in registers (more than latency times ports), no
 * memory. Values converge to 1, so that nothing overflows or becomes denormal.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FmaPeak {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;
    private static final int LENGTH = 4_096;

    private final float keep = 0.5f;

    @Benchmark
    public float fma(Work work) {
        work.flops += 2L * LENGTH * CHAINS * SPECIES.length();
        FloatVector x = FloatVector.broadcast(SPECIES, keep);
        FloatVector y = FloatVector.broadcast(SPECIES, 1 - keep);
        FloatVector a = FloatVector.broadcast(SPECIES, 0f);
        FloatVector b = FloatVector.broadcast(SPECIES, 1f);
        FloatVector c = FloatVector.broadcast(SPECIES, 2f);
        FloatVector d = FloatVector.broadcast(SPECIES, 3f);
        FloatVector e = FloatVector.broadcast(SPECIES, 4f);
        FloatVector f = FloatVector.broadcast(SPECIES, 5f);
        FloatVector g = FloatVector.broadcast(SPECIES, 6f);
        FloatVector h = FloatVector.broadcast(SPECIES, 7f);
        FloatVector i = FloatVector.broadcast(SPECIES, 8f);
        FloatVector j = FloatVector.broadcast(SPECIES, 9f);
        FloatVector k = FloatVector.broadcast(SPECIES, 10f);
        FloatVector l = FloatVector.broadcast(SPECIES, 11f);
        for (int n = 0; n < LENGTH; n++) {
            a = a.fma(x, y);
            b = b.fma(x, y);
            c = c.fma(x, y);
            d = d.fma(x, y);
            e = e.fma(x, y);
            f = f.fma(x, y);
            g = g.fma(x, y);
            h = h.fma(x, y);
            i = i.fma(x, y);
            j = j.fma(x, y);
            k = k.fma(x, y);
            l = l.fma(x, y);
        }
        FloatVector left = a.add(b).add(c).add(d).add(e).add(f);
        return left.add(g).add(h).add(i).add(j).add(k).add(l).lane(0);
    }
}
