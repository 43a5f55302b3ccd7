package glissade.formula;

/** Where a part belongs, in the order of a step. */
enum Heading {
    MODEL("The forward pass"),
    LOSS("The loss of a row"),
    GRADIENT("The gradient of a row"),
    BATCH("The gradient of a batch"),
    PENALTY("The penalty"),
    CLIPPING("Clipping"),
    STEP("The step"),
    RATE("The learning rate"),
    START("The start");

    private final String words;

    Heading(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
