package glissade.run;

import glissade.data.ShardedData;
import glissade.engine.Assignment;
import glissade.engine.CohortSpec;
import glissade.engine.CurvePoint;
import glissade.engine.Engine;
import glissade.engine.EpochListener;
import glissade.engine.LaneResult;
import glissade.engine.MemoryEngine;
import glissade.engine.Saving;
import glissade.numeric.Kernels;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Trains in memory; something happens after every epoch of any cohort. */
final class WatchedEngine implements Engine {
    private final Engine memory = new MemoryEngine(Kernels.best());
    private final Runnable afterEpoch;
    private final Set<String> trained = new TreeSet<>();
    private int epochs;

    WatchedEngine(Runnable afterEpoch) {
        this.afterEpoch = afterEpoch;
    }

    @Override
    public List<LaneResult> train(CohortSpec cohort, ShardedData data, EpochListener listener)
            throws InterruptedException {
        return memory.train(cohort, data, listener);
    }

    @Override
    public void train(Assignment one) throws InterruptedException {
        one.cohort().lanes().forEach(lane -> trained.add(lane.trialId()));
        memory.train(new Assignment() {
            @Override
            public CohortSpec cohort() {
                return one.cohort();
            }

            @Override
            public ShardedData data() {
                return one.data();
            }

            @Override
            public Saving saving() {
                return one.saving();
            }

            @Override
            public boolean isStopping() {
                return one.isStopping();
            }

            @Override
            public void paused() {
                one.paused();
            }

            @Override
            public void notSaved(String reason) {
                one.notSaved(reason);
            }

            @Override
            public void epochDone(CohortSpec cohort, List<CurvePoint> points) {
                one.epochDone(cohort, points);
                epochs++;
                afterEpoch.run();
            }

            @Override
            public void ended(List<LaneResult> results) {
                one.ended(results);
            }

            @Override
            public void failed(Exception failure) {
                one.failed(failure);
            }
        });
    }

    /** The ids of the trials it has been given. */
    Set<String> trained() {
        return trained;
    }

    int epochs() {
        return epochs;
    }
}
