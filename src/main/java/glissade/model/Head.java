package glissade.model;

/** What is done with the outputs z of the last layer, and the loss of a row. */
public enum Head {
    /** Classes, one output each: cross-entropy of softmax(z). */
    SOFTMAX,
    /** Two classes, one output: cross-entropy of sigmoid(z), {@code -[y log p + (1 - y) log(1 - p)]}. */
    BINARY,
    /** {@code |z - y|^2}, gradient {@code 2 (z - y)}; classes are one-hot. */
    MSE,
    /** The same loss reported, but descended as if halved: gradient {@code z - y}. */
    HALF_MSE
}
