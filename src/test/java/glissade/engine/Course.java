package glissade.engine;

import glissade.optim.Initialiser;
import glissade.optim.StopRules;
import glissade.optim.TrainingSpec;
import java.util.ArrayList;
import java.util.List;

/** What becomes of the lanes of a cohort, apart from what they learn. */
enum Course {
    /** All lanes go the whole way. */
    TOGETHER {
        @Override
        TrainingSpec bent(TrainingSpec training, int slot, int lanes, long steps) {
            return training;
        }
    },
    /** One lane leaps to infinity, another starts there. */
    BESIDE_INFINITY {
        @Override
        TrainingSpec bent(TrainingSpec training, int slot, int lanes, long steps) {
            return slot == 3 ? Trials.withRate(training, 3e38) : slot == 5 ? endless(training) : training;
        }
    },
    /** More than half end in the first epoch, at its end or within it. */
    HALVED {
        @Override
        TrainingSpec bent(TrainingSpec training, int slot, int lanes, long steps) {
            if (slot % 2 == 1) {
                return training;
            }
            return slot % 4 == 0 ? endingAt(training, 1, steps) : Trials.withEpochs(training, 1);
        }
    },
    /** Half of those left end in every epoch, in one way or another, until one lane is alone for its last epoch. */
    DWINDLING {
        @Override
        TrainingSpec bent(TrainingSpec training, int slot, int lanes, long steps) {
            int rank = slot * 5 % lanes;
            int last = lastEpoch(rank, lanes);
            if (last == 1 && rank % 3 == 0) {
                return endless(training);
            }
            return rank % 2 == 1 ? endingAt(training, last, steps) : Trials.withEpochs(training, last);
        }
    };

    private static final int EPOCHS = 3;

    /** The training of the lane in a slot, given the steps of an epoch. */
    abstract TrainingSpec bent(TrainingSpec training, int slot, int lanes, long steps);

    /** How many lanes each epoch begins with, if no lane leaves the course. */
    static List<Integer> dwindling(int lanes) {
        List<Integer> present = new ArrayList<>();
        for (int left = lanes; left > 0; left /= 2) {
            present.add(left);
        }
        present.add(1);
        return present;
    }

    private static int lastEpoch(int rank, int lanes) {
        int epoch = 1;
        while (rank < lanes >> epoch) {
            epoch++;
        }
        return rank == 0 ? epoch + 1 : epoch;
    }

    /** Ends with the first step of an epoch. */
    private static TrainingSpec endingAt(TrainingSpec training, int epoch, long steps) {
        TrainingSpec enough = Trials.withEpochs(training, Math.max(EPOCHS, epoch));
        return Trials.withStop(enough, new StopRules(0, 0, (epoch - 1) * steps + 1, Double.MAX_VALUE));
    }

    /** Starts with weights of which some are infinite; on a landscape, beyond the horizon. */
    private static TrainingSpec endless(TrainingSpec training) {
        boolean point = training.weights().kind() == Initialiser.Kind.POINT;
        Initialiser far = point
                ? new Initialiser(Initialiser.Kind.POINT, 1e30, -1e30)
                : new Initialiser(Initialiser.Kind.NORMAL, 3e38, 0);
        return Trials.withWeights(training, far);
    }
}
