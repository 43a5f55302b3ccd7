package glissade.plan;

/** Where cohorts are trained. */
public enum EngineKind {
    IN_TASK,
    SYNCHRONOUS;

    /** As in config files. */
    public String text() {
        return this == IN_TASK ? "in-task" : "synchronous";
    }
}
