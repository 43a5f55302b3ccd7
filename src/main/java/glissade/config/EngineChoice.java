package glissade.config;

/** Where to train; results do not depend on it. */
public enum EngineChoice {
    AUTO,
    IN_TASK,
    SYNCHRONOUS
}
