package glissade.run;

/** Why something failed, in one line: the message of the first cause, which Spark wraps several times. */
public final class Reason {
    private static final int LONGEST = 200;

    private Reason() {}

    /** The message, or the kind of failure if it has none. */
    public static String of(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String message = first.getMessage() == null
                ? ""
                : first.getMessage().strip().lines().findFirst().orElse("");
        String line = message.isEmpty() ? first.getClass().getSimpleName() : message;
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
    }
}
