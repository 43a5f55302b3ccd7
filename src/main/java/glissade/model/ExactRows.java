package glissade.model;

/** A model in plain double, one row at a time. */
interface ExactRows {
    /** What is descended of a row, without penalty. */
    double loss(double[] features, double target);

    /** Adds the gradient, times a weight, of the row whose loss was taken last. */
    void addGradient(double[] features, double target, double weight, double[] gradient);

    /** Pre-activations of the row whose loss was taken last, layer by layer; the last are the outputs. */
    double[][] preactivations();
}
