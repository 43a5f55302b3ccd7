package glissade.run;

/** What a run is doing, in order. */
public enum Phase {
    STARTING("starting"),
    READING_DATA("reading data"),
    STARTING_SPARK("starting Spark"),
    TRAINING("training"),
    WRITING("writing"),
    DONE("done");

    private final String text;

    Phase(String text) {
        this.text = text;
    }

    /** As {@code status.json} says it. */
    public String text() {
        return text;
    }
}
