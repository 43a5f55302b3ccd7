package glissade.engine;

import glissade.data.ResidentData;
import glissade.data.Shard;
import glissade.data.ShardedData;
import glissade.numeric.Kernels;
import java.util.ArrayList;
import java.util.List;

/**
 * First steps of cohorts that are about to be trained in this JVM, taken for nobody while Spark starts on one core and another is
 * idle: by then the data is loaded and what trains is compiled. Nothing of it is kept, and no bit of a result depends on it.
 */
public final class Rehearsal implements AutoCloseable {
    static final String THREAD = "glissade-rehearsal";

    /** Each cohort has its turn, as batches of other sizes may take other ways. */
    private static final long TURN_NANOS = 100_000_000L;

    /** Of a cohort that is small enough to be held twice. */
    private static final long MOST_FLOATS = 1 << 22;

    private final List<Part> parts;
    private volatile boolean over;

    /** A cohort and what it learns from. */
    public record Part(CohortSpec cohort, ShardedData data) {}

    private Rehearsal(List<Part> parts) {
        this.parts = parts;
    }

    /** Begins in a thread of its own. */
    public static Rehearsal of(List<Part> parts) {
        Rehearsal rehearsal = new Rehearsal(parts);
        Thread thread = new Thread(rehearsal::run, THREAD);
        thread.setDaemon(true);
        thread.start();
        return rehearsal;
    }

    private void run() {
        try {
            List<CohortLoop> loops = new ArrayList<>();
            for (Part part : parts) {
                Cohort cohort = new Cohort(
                        part.cohort(), part.data().summary(), part.data().shards());
                if (!over && cohort.layout().size() <= MOST_FLOATS) {
                    loops.add(loop(cohort, ResidentData.of(part.data())));
                }
            }
            while (!over && !loops.isEmpty()) {
                loops.forEach(this::turn);
                loops.removeIf(loop -> !loop.goesOn());
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            // If it goes wrong in training too, it is told there.
            over = true;
        }
    }

    private static CohortLoop loop(Cohort cohort, List<Shard> shards) {
        CohortState state = new CohortState(cohort);
        return new CohortLoop(cohort, state, present -> new Stepper(present, state, shards, Kernels.best()));
    }

    private void turn(CohortLoop loop) {
        long end = System.nanoTime() + TURN_NANOS;
        boolean epochEnded = true;
        while (epochEnded && loop.goesOn()) {
            epochEnded = loop.epoch(() -> over || System.nanoTime() >= end);
        }
    }

    /** Ends it, with the step that is under way. */
    @Override
    public void close() {
        over = true;
    }
}
