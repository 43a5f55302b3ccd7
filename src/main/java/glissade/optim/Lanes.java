package glissade.optim;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The lanes of a cohort as update rules see them: each lane's settings and its rate at this step. */
public final class Lanes {
    private final List<TrainingSpec> specs;
    private final int width;
    private final double[] rates;
    private final LaneConstants rateConstants;

    /** Lanes laid out {@code width} floats a unit. */
    public Lanes(List<TrainingSpec> specs, int width) {
        this.specs = List.copyOf(specs);
        this.width = width;
        this.rates = new double[specs.size()];
        this.rateConstants = blank();
    }

    public int count() {
        return specs.size();
    }

    List<TrainingSpec> specs() {
        return specs;
    }

    /** Sets a lane's rate for the steps to come. */
    public void setRate(int lane, double rate) {
        if (rates[lane] != rate) {
            rates[lane] = rate;
            rateConstants.set(lane, (float) rate);
        }
    }

    public double rate(int lane) {
        return rates[lane];
    }

    /** Every lane's rate, cast once. */
    public LaneConstants rates() {
        return rateConstants;
    }

    /** A number of each lane's optimizer. */
    public double number(int lane, Setting setting) {
        return specs.get(lane).optimizer().number(setting);
    }

    /** Whether the lanes, which agree on it, have a flag of their optimizer. */
    public boolean flag(Setting setting) {
        return specs.get(0).optimizer().flag(setting);
    }

    /** What the lanes, which agree on it, chose. */
    public String text(Setting setting) {
        return specs.get(0).optimizer().text(setting);
    }

    /** Constants to be set lane by lane, now 0. */
    public LaneConstants blank() {
        return new LaneConstants(width);
    }

    /** The same number for every lane. */
    public LaneConstants all(float value) {
        LaneConstants constants = blank();
        for (int lane = 0; lane < count(); lane++) {
            constants.set(lane, value);
        }
        return constants;
    }

    /** A setting of each lane's optimizer, cast once. */
    public LaneConstants numbers(Setting setting) {
        return derived(spec -> spec.optimizer().number(setting));
    }

    /** One minus a setting of each lane's optimizer, subtracted in double, cast once. */
    public LaneConstants complements(Setting setting) {
        return derived(spec -> 1 - spec.optimizer().number(setting));
    }

    /** A number of each lane, cast once. */
    LaneConstants derived(ToDoubleFunction<TrainingSpec> number) {
        LaneConstants constants = blank();
        for (int lane = 0; lane < count(); lane++) {
            constants.set(lane, (float) number.applyAsDouble(specs.get(lane)));
        }
        return constants;
    }
}
