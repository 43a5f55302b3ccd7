package glissade.gate;

/** Where the numbers are that bounds are about. */
@FunctionalInterface
public interface Measurements {
    /**
     * What a rule is about.
     *
     * @param value NaN where it was not measured
     * @param lacking why not; empty where it was
     */
    record Measured(double value, String lacking) {
        public static Measured of(double value) {
            return new Measured(value, Double.isNaN(value) ? "it was not measured" : "");
        }

        public static Measured nothing(String why) {
            return new Measured(Double.NaN, why);
        }
    }

    Measured of(MetricRule rule);
}
