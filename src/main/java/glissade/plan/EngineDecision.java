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
    /** In-task while an executor can hold all data sets, unless the user chose. */
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
}
