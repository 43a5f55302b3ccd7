package glissade.engine;

import glissade.optim.Schedule;
import glissade.optim.Schedule.Clock;
import glissade.optim.Schedules;
import glissade.optim.TrainingSpec;

/** The rate of each present lane at each step, by its own schedule. */
final class Rates {
    private final Cohort cohort;
    private final CohortState state;
    private final long stepsOfEpoch;
    private final Schedule[] schedules;
    private final double[] rates;
    private boolean known;

    Rates(Cohort cohort, CohortState state, long stepsOfEpoch) {
        this.cohort = cohort;
        this.state = state;
        this.stepsOfEpoch = stepsOfEpoch;
        this.schedules = new Schedule[cohort.lanes()];
        this.rates = new double[cohort.lanes()];
        for (int lane = 0; lane < schedules.length; lane++) {
            schedules[lane] =
                    Schedules.named(cohort.lane(lane).training().schedule().name());
        }
    }

    /** The rates of a step of the epoch that the state is in. */
    double[] at(long step) {
        for (int lane = 0; lane < rates.length; lane++) {
            boolean changes = schedules[lane].changesByStep();
            if (step == 0 || changes || !known) {
                rates[lane] = rate(lane, changes ? step : 0);
            }
        }
        known = true;
        return rates;
    }

    private double rate(int lane, long step) {
        TrainingSpec training = cohort.lane(lane).training();
        int epoch = state.epochs();
        Clock clock = new Clock(
                epoch,
                epoch + (double) step / stepsOfEpoch,
                epoch + (step + 1.0) / stepsOfEpoch,
                training.epochs(),
                state.lane(lane).plateau().factor());
        return schedules[lane].rate(training.learningRate(), training.schedule(), clock);
    }

    /** The rate a lane had in the last step. */
    double last(int lane) {
        return rates[lane];
    }
}
