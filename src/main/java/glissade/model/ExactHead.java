package glissade.model;

/** What is descended of a row, from the outputs z of the last layer and the row's target, in double; and its slope. */
final class ExactHead {
    private ExactHead() {}

    static double loss(Head head, double[] z, double target) {
        return switch (head) {
            case SOFTMAX -> logarithmOfSum(z) - z[(int) target];
            // -[y log p + (1 - y) log(1 - p)] with p = 1 / (1 + exp(-z)), in a form that no z overflows.
            case BINARY -> Math.max(z[0], 0) - target * z[0] + StrictMath.log1p(StrictMath.exp(-Math.abs(z[0])));
            case MSE -> squares(z, target);
            case HALF_MSE -> squares(z, target) / 2;
        };
    }

    /** The derivative of the loss by each output. */
    static void slope(Head head, double[] z, double target, double[] slope) {
        double logarithm = head == Head.SOFTMAX ? logarithmOfSum(z) : 0;
        for (int i = 0; i < z.length; i++) {
            double wanted = wanted(z, i, target);
            slope[i] = switch (head) {
                case SOFTMAX -> StrictMath.exp(z[i] - logarithm) - wanted;
                case BINARY -> 1 / (1 + StrictMath.exp(-z[i])) - wanted;
                case MSE -> 2 * (z[i] - wanted);
                case HALF_MSE -> z[i] - wanted;
            };
        }
    }

    /** log sum exp(z), taken apart at the largest z so that nothing overflows. */
    private static double logarithmOfSum(double[] z) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : z) {
            largest = Math.max(largest, value);
        }
        double sum = 0;
        for (double value : z) {
            sum += StrictMath.exp(value - largest);
        }
        return largest + StrictMath.log(sum);
    }

    private static double squares(double[] z, double target) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            double error = z[i] - wanted(z, i, target);
            sum += error * error;
        }
        return sum;
    }

    /** What output i should be: the target itself, or with several outputs 1 for the target's class and 0 for others. */
    private static double wanted(double[] z, int i, double target) {
        if (z.length == 1) {
            return target;
        }
        return i == (int) target ? 1 : 0;
    }
}
