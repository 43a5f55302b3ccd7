package glissade.optim;

import java.io.Serializable;

/** An update rule and its constants. */
public sealed interface Optimizer extends Serializable permits Sgd {
    /** The name in config files. */
    String type();
}
