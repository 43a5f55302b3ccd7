package glissade.numeric;

/** Products in which lane k sees lane k only, over the lanes [first, width). */
public final class ScalarLanes {
    private ScalarLanes() {}

    public static void forward(
            float[] input,
            int inputStride,
            int innerUnits,
            int count,
            float[] parameters,
            int weightsAt,
            int biasesAt,
            int stride,
            int units,
            int width,
            float[] out,
            int first) {
        for (int i = 0; i < count; i++) {
            for (int column = 0; column < units * width; column += width) {
                for (int lane = first; lane < width; lane++) {
                    float sum = parameters[biasesAt + column + lane];
                    for (int u = 0; u < innerUnits; u++) {
                        float x = input[i * inputStride + u * width + lane];
                        sum = Math.fma(x, parameters[weightsAt + u * stride + column + lane], sum);
                    }
                    out[i * stride + column + lane] = sum + 0.0f;
                }
            }
        }
    }

    public static void backward(
            float[] delta,
            int stride,
            int units,
            int count,
            float[] parameters,
            int weightsAt,
            int outUnits,
            int outStride,
            int width,
            float[] out,
            int first) {
        for (int i = 0; i < count; i++) {
            for (int u = 0; u < outUnits; u++) {
                for (int lane = first; lane < width; lane++) {
                    float sum = 0f;
                    for (int column = lane; column < units * width; column += width) {
                        sum = Math.fma(delta[i * stride + column], parameters[weightsAt + u * stride + column], sum);
                    }
                    out[i * outStride + u * width + lane] = sum + 0.0f;
                }
            }
        }
    }

    public static void gradient(
            float[] input,
            int inputStride,
            int from,
            int to,
            int count,
            float[] delta,
            int stride,
            int units,
            int width,
            float[] gradient,
            int gradientAt,
            boolean resume,
            float factor,
            int first) {
        for (int u = from; u < to; u++) {
            int slot = gradientAt + (u - from) * stride;
            for (int column = 0; column < units * width; column += width) {
                for (int lane = first; lane < width; lane++) {
                    float sum = resume ? gradient[slot + column + lane] : 0f;
                    for (int i = 0; i < count; i++) {
                        float x = input[i * inputStride + u * width + lane];
                        sum = Math.fma(x, delta[i * stride + column + lane], sum);
                    }
                    gradient[slot + column + lane] = (sum + 0.0f) * factor;
                }
            }
        }
    }
}
