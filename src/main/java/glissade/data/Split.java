package glissade.data;

/** The parts of a data set. */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST
}
