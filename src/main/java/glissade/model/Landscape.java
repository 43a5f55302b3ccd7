package glissade.model;

import glissade.numeric.Block;

/**
 * A surface as a model: its parameters are a place (x, y), a row is a push (p, q) and has the loss {@code f(x, y) + noise *
 * (p x + q y)}, so the mean over rows with mean 0 is the surface itself. Places are read as double; each element of the
 * gradient is an ascending chain of float sums over the rows.
 */
final class Landscape implements Model {
    private final ParameterLayout layout;
    private final Surface surface;
    private final double noise;
    private final float[] losses;
    private final float[] correct;

    Landscape(ParameterLayout layout) {
        this.layout = layout;
        this.surface = layout.architecture().model().surface();
        this.noise = layout.architecture().model().noise();
        this.losses = new float[layout.width()];
        this.correct = new float[layout.width()];
    }

    private double place(float[] parameters, int coordinate, int lane) {
        return parameters[layout.weightsAt(0) + coordinate * layout.stride(0) + lane];
    }

    /** A row's feature, in either layout. */
    private static float push(Block block, int row, int feature) {
        if (!block.isSparse()) {
            return block.values()[row * 2 + feature];
        }
        for (int entry = block.starts()[row]; entry < block.starts()[row + 1]; entry++) {
            if (block.columns()[entry] == feature) {
                return block.values()[entry];
            }
        }
        return 0f;
    }

    @Override
    public void forward(Block block, int[] rows, int count, float[] parameters, LossSums sums) {
        for (int i = 0; i < count; i++) {
            float p = push(block, rows[i], 0);
            float q = push(block, rows[i], 1);
            for (int lane = 0; lane < layout.lanes(); lane++) {
                double x = place(parameters, 0, lane);
                double y = place(parameters, 1, lane);
                losses[lane] = (float) (surface.value(x, y) + noise * (p * x + q * y));
            }
            sums.addRows(losses, correct, 1, layout.width());
        }
    }

    @Override
    public void gradient(Block block, int[] rows, int count, float[] parameters, LossSums sums, GradientSink sink) {
        forward(block, rows, count, parameters, sums);
        int at = layout.weightsAt(0);
        int slot = sink.keeps() ? at : 0;
        int stride = layout.stride(0);
        for (int coordinate = 0; coordinate < 2; coordinate++) {
            for (int lane = 0; lane < stride; lane++) {
                int i = slot + coordinate * stride + lane;
                float start = sink.resumes() ? sink.gradient()[i] : 0f;
                float sum = lane < layout.lanes() ? chain(block, rows, count, parameters, coordinate, lane, start) : 0f;
                sink.gradient()[i] = sum * sink.factor();
            }
        }
        sink.finished(at, slot, 2 * stride, true);
    }

    private float chain(Block block, int[] rows, int count, float[] parameters, int coordinate, int lane, float start) {
        double x = place(parameters, 0, lane);
        double y = place(parameters, 1, lane);
        double slope = coordinate == 0 ? surface.slopeX(x, y) : surface.slopeY(x, y);
        float sum = start;
        for (int i = 0; i < count; i++) {
            sum += (float) (slope + noise * push(block, rows[i], coordinate));
        }
        return sum + 0.0f;
    }
}
