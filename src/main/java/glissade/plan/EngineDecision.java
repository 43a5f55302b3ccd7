package glissade.plan;

import glissade.config.EngineChoice;
import glissade.data.ResidentData;

/**
 * Which engine trains, for speed and memory only: both give the same bits.
 *
 * @param kind the engine
 * @param reason in words
 */
public record EngineDecision(EngineKind kind, String reason) {
    /** In-task while an executor can hold all data sets, unless the user chose. What is faster is not known yet. */
    static EngineDecision of(EngineChoice choice, long dataBytes, long memoryBytes) {
        String data = Numbers.bytes(dataBytes) + " of data ";
        String room = Numbers.bytes(ResidentData.room(memoryBytes)) + " of its " + Numbers.bytes(memoryBytes);
        return switch (choice) {
            case IN_TASK -> new EngineDecision(EngineKind.IN_TASK, "chosen by training.engine");
            case SYNCHRONOUS -> new EngineDecision(EngineKind.SYNCHRONOUS, "chosen by training.engine");
            case AUTO ->
                dataBytes <= ResidentData.room(memoryBytes)
                        ? new EngineDecision(EngineKind.IN_TASK, data + "fits an executor (which takes " + room + ")")
                        : new EngineDecision(
                                EngineKind.SYNCHRONOUS,
                                data + "is too much for an executor (which takes " + room + ")");
        };
    }

    /** Another engine than the memory would suggest, where that is clearly faster. */
    EngineDecision faster(EngineChoice choice, SpeedEstimate speed) {
        boolean slow = speed.synchronousSeconds() * SpeedEstimate.CLEARLY < speed.inTaskSeconds();
        return choice == EngineChoice.AUTO && kind == EngineKind.IN_TASK && slow
                ? new EngineDecision(
                        EngineKind.SYNCHRONOUS,
                        "the data fits an executor, but there are too few cohorts for all cores (" + speed.inWords()
                                + ")")
                : this;
    }
}
