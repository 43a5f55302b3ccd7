package glissade.plan;

import glissade.data.ResidentData;
import java.util.ArrayList;
import java.util.List;

/** What makes an engine slower than it need be, each with the way to mend it. */
final class EngineNotes {
    private final EngineKind engine;
    private final Resources resources;

    EngineNotes(EngineKind engine, Resources resources) {
        this.engine = engine;
        this.resources = resources;
    }

    List<String> of(List<PlannedData> data, List<PlannedCohort> cohorts, SpeedEstimate speed) {
        List<String> notes = new ArrayList<>();
        if (engine == EngineKind.SYNCHRONOUS) {
            addSerial(data, notes);
            addSpilled(data, notes);
            addSlow(data, speed, notes);
        }
        long result = cohorts.stream().mapToLong(this::resultBytes).max().orElse(0);
        addDetour(result, notes);
        if (engine == EngineKind.IN_TASK) {
            long state =
                    cohorts.stream().mapToLong(MemoryEstimate::stateBytes).max().orElse(0);
            addTravel(state, notes);
        }
        return notes;
    }

    private void addSerial(List<PlannedData> data, List<String> notes) {
        boolean serial = data.stream().anyMatch(each -> each.shards().count() == 1);
        if (serial && resources.cores() > 1) {
            notes.add("with one shard every synchronous step runs on one core of "
                    + Numbers.grouped(resources.cores()) + "; training.shards = "
                    + Integer.highestOneBit(resources.cores())
                    + " would spread it, with other bits in its results");
        }
    }

    /** Every batch has rows of every shard, so every step reads all that was spilled. */
    private void addSpilled(List<PlannedData> data, List<String> notes) {
        long bytes = data.stream().mapToLong(each -> each.summary().bytes()).sum();
        double part = SpeedEstimate.spilled(bytes, resources);
        if (part > 0) {
            double seconds = data.stream()
                    .mapToDouble(each -> SpeedEstimate.diskSeconds(each, part, resources))
                    .max()
                    .orElse(0);
            notes.add(Numbers.bytes((long) (part * bytes)) + " of " + Numbers.bytes(bytes)
                    + " of data do not fit the memory in which executors keep shards ("
                    + Numbers.bytes(resources.storageBytes()) + "), and every step reads them from disk, for "
                    + (seconds < 1 ? "less than " : "about ") + Numbers.seconds(seconds)
                    + "; more executors, more memory or larger batches would help");
        }
    }

    private void addSlow(List<PlannedData> data, SpeedEstimate speed, List<String> notes) {
        double ratio = speed.synchronousSeconds() / speed.inTaskSeconds();
        if (ratio <= SpeedEstimate.CLEARLY) {
            return;
        }
        long bytes = data.stream().mapToLong(each -> each.summary().bytes()).sum();
        boolean fits = bytes <= ResidentData.room(resources.executorMemoryBytes());
        notes.add("training.engine = in-task would be faster, by about " + Numbers.roughly(ratio)
                + " times, with the same bits: "
                + (fits
                        ? "the data fits an executor"
                        : "it wants executors of " + Numbers.bytes(ResidentData.memory(bytes)) + ", which have "
                                + Numbers.bytes(resources.executorMemoryBytes())));
    }

    /** What a task sends: a step's gradients, or what a cohort came to. */
    private long resultBytes(PlannedCohort cohort) {
        return engine == EngineKind.IN_TASK
                ? MemoryEstimate.resultBytes(cohort)
                : Float.BYTES * cohort.parameterFloats();
    }

    private void addDetour(long bytes, List<String> notes) {
        long direct = resources.limits().direct();
        if (bytes > direct) {
            notes.add((engine == EngineKind.IN_TASK ? "a cohort's end" : "a step") + " sends up to "
                    + Numbers.bytes(bytes)
                    + " from a task to the driver; what is above " + Numbers.bytes(direct)
                    + " takes Spark's slower way through the block manager (the lower of"
                    + " spark.task.maxDirectResultSize and spark.rpc.message.maxSize)");
        }
    }

    /** States stay with executors, if these reach the run's folder. */
    private void addTravel(long bytes, List<String> notes) {
        long most = resources.limits().task();
        if (bytes > most) {
            notes.add("a cohort's state is up to " + Numbers.bytes(bytes)
                    + "; if executors cannot write to --out, it travels"
                    + " with every leg, and a task of Spark carries " + Numbers.bytes(most)
                    + ": let --out be a place that they reach, or spark.rpc.message.maxSize be larger");
        }
    }
}
