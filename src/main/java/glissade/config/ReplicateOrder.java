package glissade.config;

/** In which order the replicates of a configuration see the rows. */
public enum ReplicateOrder {
    /** All as the configuration's own trial does, so that they can be trained together. */
    SHARED,
    /** Each in another order. */
    OWN
}
