package glissade.numeric;

/** Losses of rows and their slopes, over the lanes [first, width). */
public final class ScalarHeads {
    private ScalarHeads() {}

    public static void softmax(
            float[] z,
            int stride,
            int units,
            int width,
            int[] labels,
            int count,
            float[] losses,
            float[] correct,
            int first) {
        for (int i = 0; i < count; i++) {
            for (int lane = first; lane < width; lane++) {
                int at = i * stride + lane;
                int label = at + labels[i] * width;
                float before = Float.NEGATIVE_INFINITY;
                float max = Float.NEGATIVE_INFINITY;
                for (int c = at; c < at + units * width; c += width) {
                    before = c == label ? max : before;
                    max = z[c] > max ? z[c] : max;
                }
                float target = z[label];
                float sum = exponentials(z, at, units, width, max);
                float loss = Elementary.log(sum) + (max - target);
                losses[i * width + lane] = loss;
                correct[i * width + lane] = !Float.isNaN(loss) && target >= max && target > before ? 1f : 0f;
                float inverse = 1f / sum;
                for (int c = at; c < at + units * width; c += width) {
                    z[c] = c == label ? z[c] * inverse - 1f : z[c] * inverse;
                }
            }
        }
    }

    private static float exponentials(float[] z, int at, int units, int width, float max) {
        float sum = 0f;
        for (int c = at; c < at + units * width; c += width) {
            z[c] = Elementary.exp(z[c] - max);
            sum += z[c];
        }
        return sum;
    }

    public static void binary(
            float[] z, int stride, int width, float[] targets, int count, float[] losses, float[] correct, int first) {
        for (int i = 0; i < count; i++) {
            boolean positive = targets[i] > 0.5f;
            for (int lane = first; lane < width; lane++) {
                float x = z[i * stride + lane];
                losses[i * width + lane] = Elementary.softplus(positive ? -x : x);
                correct[i * width + lane] = !Float.isNaN(x) && (x > 0f) == positive ? 1f : 0f;
                z[i * stride + lane] = Elementary.sigmoid(x) - targets[i];
            }
        }
    }

    public static void squared(
            float[] z, int stride, int width, float[] targets, float slope, int count, float[] losses, int first) {
        for (int i = 0; i < count; i++) {
            for (int lane = first; lane < width; lane++) {
                float error = z[i * stride + lane] - targets[i];
                losses[i * width + lane] = error * error;
                z[i * stride + lane] = slope * error;
            }
        }
    }

    public static void squaredClasses(
            float[] z,
            int stride,
            int units,
            int width,
            int[] labels,
            float slope,
            int count,
            float[] losses,
            float[] correct,
            int first) {
        for (int i = 0; i < count; i++) {
            for (int lane = first; lane < width; lane++) {
                int at = i * stride + lane;
                int label = at + labels[i] * width;
                float target = z[label];
                float before = Float.NEGATIVE_INFINITY;
                float max = Float.NEGATIVE_INFINITY;
                float loss = 0f;
                for (int c = at; c < at + units * width; c += width) {
                    before = c == label ? max : before;
                    max = z[c] > max ? z[c] : max;
                    float error = c == label ? z[c] - 1f : z[c];
                    loss = Math.fma(error, error, loss);
                    z[c] = slope * error;
                }
                losses[i * width + lane] = loss;
                correct[i * width + lane] = !Float.isNaN(loss) && target >= max && target > before ? 1f : 0f;
            }
        }
    }
}
