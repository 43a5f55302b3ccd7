package glissade.config;

/**
 * An axis as it stands in the text.
 *
 * @param section the way it varies its key
 * @param literal a list of values, a null for each gap; in {@link SweepSection#RANDOM} a section that names a distribution
 */
record AxisLiteral(SweepSection section, Literal literal) {
    boolean isOverride() {
        return literal.place().isOverride();
    }
}
