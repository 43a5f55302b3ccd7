package glissade.config;

import java.util.Locale;
import java.util.Optional;

/**
 * Which number is meant by "best".
 *
 * @param bestBy the number, if one is asked for; otherwise {@link BestBy#standard} over all trials decides
 * @param epoch whose number stands for a trial
 * @param details for how many of the best trials predictions and metrics are kept
 * @param boundaries for how many of them boundaries are
 */
public record Output(Optional<BestBy> bestBy, Epoch epoch, int details, int boundaries) {
    public static final Epoch DEFAULT_EPOCH = Epoch.BEST;
    public static final int DEFAULT_DETAILS = 3;

    /** The epoch that stands for a trial. */
    public enum Epoch {
        BEST,
        LAST
    }

    /** A split and a measure. */
    public enum BestBy {
        VALIDATION_ACCURACY,
        VALIDATION_LOSS,
        TEST_ACCURACY,
        TEST_LOSS,
        TRAIN_LOSS,
        TRAIN_ACCURACY;

        /** As it is written in a config file, for example {@code validation.accuracy}. */
        public String path() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }

        /** Accuracy where there is one, on rows that were held out, else on test rows, else on all there is. */
        public static BestBy standard(boolean validationRows, boolean testRows, boolean accuracy) {
            if (accuracy) {
                return validationRows ? VALIDATION_ACCURACY : testRows ? TEST_ACCURACY : TRAIN_ACCURACY;
            }
            return validationRows ? VALIDATION_LOSS : testRows ? TEST_LOSS : TRAIN_LOSS;
        }
    }
}
