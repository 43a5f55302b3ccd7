package glissade.optim;

/** An update rule and its constants. */
public sealed interface Optimizer permits Sgd {
    /** The name in config files. */
    String type();
}
