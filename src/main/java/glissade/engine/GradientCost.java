package glissade.engine;

import glissade.model.Architecture;

/**
 * What one gradient costs on this machine, by backpropagation and by differences.
 *
 * @param architecture of one trial
 * @param rows of the batch
 * @param exact in plain double code
 * @param kernels in the float kernels that training uses
 */
public record GradientCost(Architecture architecture, int rows, Seconds exact, Seconds kernels) {
    /**
     * Two ways in the same code.
     *
     * @param analytic by backpropagation
     * @param numeric by two forward passes for each parameter
     */
    public record Seconds(double analytic, double numeric) {
        public double ratio() {
            return numeric / analytic;
        }
    }
}
