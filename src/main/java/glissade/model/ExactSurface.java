package glissade.model;

/** A landscape in plain double: of a row (p, q) at the place (x, y), {@code f(x, y) + noise (p x + q y)}. */
final class ExactSurface implements ExactRows {
    private final Surface surface;
    private final double noise;
    private final double[] place;

    ExactSurface(ModelSpec model, double[] place) {
        this.surface = model.surface();
        this.noise = model.noise();
        this.place = place;
    }

    @Override
    public double loss(double[] push, double target) {
        return surface.value(place[0], place[1]) + noise * (push[0] * place[0] + push[1] * place[1]);
    }

    @Override
    public void addGradient(double[] push, double target, double weight, double[] gradient) {
        gradient[0] += weight * (surface.slopeX(place[0], place[1]) + noise * push[0]);
        gradient[1] += weight * (surface.slopeY(place[0], place[1]) + noise * push[1]);
    }

    @Override
    public double[][] preactivations() {
        return new double[0][];
    }
}
