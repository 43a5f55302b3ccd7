package glissade.model;

/** What a hidden unit does with its pre-activation. */
public enum Activation {
    IDENTITY,
    TANH,
    RELU,
    SIGMOID
}
