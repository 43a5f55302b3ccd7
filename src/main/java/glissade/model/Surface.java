package glissade.model;

import java.util.List;

/**
 * Two-dimensional landscapes to watch descent on, made of sums and products alone; each has its least value 0 at a known
 * place.
 */
public enum Surface {
    /** {@code x^2 + y^2}: 0 at (0, 0). */
    BOWL {
        @Override
        public double value(double x, double y) {
            return x * x + y * y;
        }

        @Override
        public double slopeX(double x, double y) {
            return 2 * x;
        }

        @Override
        public double slopeY(double x, double y) {
            return 2 * y;
        }
    },
    /** {@code (x^2 + 50 y^2) / 2}: long and narrow; 0 at (0, 0). */
    RAVINE {
        @Override
        public double value(double x, double y) {
            return 0.5 * (x * x + 50 * y * y);
        }

        @Override
        public double slopeX(double x, double y) {
            return x;
        }

        @Override
        public double slopeY(double x, double y) {
            return 50 * y;
        }
    },
    /** {@code x^2 / 2 + (y^2 - 1)^2 / 4}: a saddle at (0, 0) with value 1/4, 0 at (0, 1) and (0, -1). */
    SADDLE {
        @Override
        public List<Place> lowest() {
            return List.of(new Place(0, 1), new Place(0, -1));
        }

        @Override
        public double value(double x, double y) {
            double s = y * y - 1;
            return 0.5 * x * x + 0.25 * s * s;
        }

        @Override
        public double slopeX(double x, double y) {
            return x;
        }

        @Override
        public double slopeY(double x, double y) {
            return y * (y * y - 1);
        }
    },
    /** {@code (1 - x)^2 + 100 (y - x^2)^2} (Rosenbrock, 1960): a bent valley; 0 at (1, 1). */
    ROSENBROCK {
        @Override
        public List<Place> lowest() {
            return List.of(new Place(1, 1));
        }

        @Override
        public double value(double x, double y) {
            double s = y - x * x;
            return (1 - x) * (1 - x) + 100 * s * s;
        }

        @Override
        public double slopeX(double x, double y) {
            return -2 * (1 - x) - 400 * x * (y - x * x);
        }

        @Override
        public double slopeY(double x, double y) {
            return 200 * (y - x * x);
        }
    },
    /**
     * {@code (x^2 - 1)^2 + (x + 1)^2 / 4 + y^2}: 0 at (-1, 0); a second, worse minimum at x = (2 + sqrt 2) / 4 = 0.854, y =
     * 0, with a barrier between the two at x = (2 - sqrt 2) / 4 = 0.146.
     */
    TWO_WELLS {
        @Override
        public List<Place> lowest() {
            return List.of(new Place(-1, 0));
        }

        @Override
        public double value(double x, double y) {
            double s = x * x - 1;
            return s * s + 0.25 * (x + 1) * (x + 1) + y * y;
        }

        @Override
        public double slopeX(double x, double y) {
            return 4 * x * (x * x - 1) + 0.5 * (x + 1);
        }

        @Override
        public double slopeY(double x, double y) {
            return 2 * y;
        }
    };

    /** A point of the plane. */
    public record Place(double x, double y) {}

    /** Where it is 0, its least value. */
    public List<Place> lowest() {
        return List.of(new Place(0, 0));
    }

    public abstract double value(double x, double y);

    public abstract double slopeX(double x, double y);

    public abstract double slopeY(double x, double y);
}
