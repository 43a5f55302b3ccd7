package glissade.numeric;

/** Products whose input is the same for every column, over the columns [first, stride). */
public final class ScalarProducts {
    private ScalarProducts() {}

    public static void sparseForward(
            float[] values,
            int[] columns,
            int[] starts,
            int[] rows,
            int count,
            float[] parameters,
            int weightsAt,
            int biasesAt,
            int stride,
            float[] out,
            int first) {
        for (int i = 0; i < count; i++) {
            for (int column = first; column < stride; column++) {
                float sum = biasesAt < 0 ? 0f : parameters[biasesAt + column];
                for (int entry = starts[rows[i]]; entry < starts[rows[i] + 1]; entry++) {
                    sum = Math.fma(values[entry], parameters[weightsAt + columns[entry] * stride + column], sum);
                }
                out[i * stride + column] = sum + 0.0f;
            }
        }
    }

    /** Rows [firstRow, count). */
    public static void denseForward(
            float[] values,
            int pitch,
            int inner,
            int[] rows,
            int firstRow,
            int count,
            float[] parameters,
            int weightsAt,
            int biasesAt,
            int stride,
            float[] out,
            int first) {
        for (int i = firstRow; i < count; i++) {
            int row = (rows == null ? i : rows[i]) * pitch;
            for (int column = first; column < stride; column++) {
                float sum = biasesAt < 0 ? 0f : parameters[biasesAt + column];
                for (int d = 0; d < inner; d++) {
                    sum = Math.fma(values[row + d], parameters[weightsAt + d * stride + column], sum);
                }
                out[i * stride + column] = sum + 0.0f;
            }
        }
    }

    public static void sparseGradient(
            FeatureEntries entries,
            int[] features,
            int from,
            int to,
            float[] delta,
            int stride,
            float[] gradient,
            int gradientAt,
            boolean compact,
            boolean resume,
            float factor,
            int first) {
        int[] entryRows = entries.rows();
        float[] entryValues = entries.values();
        for (int i = from; i < to; i++) {
            int feature = features[i];
            int slot = gradientAt + (compact ? i - from : feature) * stride;
            int end = entries.end(feature);
            for (int column = first; column < stride; column++) {
                float sum = resume ? gradient[slot + column] : 0f;
                for (int entry = entries.start(feature); entry < end; entry++) {
                    sum = Math.fma(entryValues[entry], delta[entryRows[entry] * stride + column], sum);
                }
                gradient[slot + column] = (sum + 0.0f) * factor;
            }
        }
    }

    public static void sparseScatter(
            float[] values,
            int[] columns,
            int[] starts,
            int[] rows,
            int count,
            float[] delta,
            int stride,
            float[] chains,
            int chainsAt,
            int first) {
        for (int i = 0; i < count; i++) {
            for (int entry = starts[rows[i]]; entry < starts[rows[i] + 1]; entry++) {
                int at = chainsAt + columns[entry] * stride;
                for (int column = first; column < stride; column++) {
                    chains[at + column] = Math.fma(values[entry], delta[i * stride + column], chains[at + column]);
                }
            }
        }
    }

    public static void endChains(
            float[] chains, int chainsAt, float[] out, int outAt, float factor, int first, int count) {
        for (int i = first; i < count; i++) {
            out[outAt + i] = (chains[chainsAt + i] + 0.0f) * factor;
            chains[chainsAt + i] = 0f;
        }
    }

    /** Features [firstFeature, to); the gradient's row 0 is that of feature {@code from}. */
    public static void denseGradient(
            float[] values,
            int pitch,
            int[] rows,
            int count,
            int from,
            int firstFeature,
            int to,
            float[] delta,
            int stride,
            float[] gradient,
            int gradientAt,
            boolean resume,
            float factor,
            int first) {
        for (int feature = firstFeature; feature < to; feature++) {
            int slot = gradientAt + (feature - from) * stride;
            for (int column = first; column < stride; column++) {
                float sum = resume ? gradient[slot + column] : 0f;
                for (int i = 0; i < count; i++) {
                    int row = rows == null ? i : rows[i];
                    sum = Math.fma(values[row * pitch + feature], delta[i * stride + column], sum);
                }
                gradient[slot + column] = (sum + 0.0f) * factor;
            }
        }
    }

    public static void biasGradient(
            float[] delta,
            int count,
            int stride,
            float[] gradient,
            int gradientAt,
            boolean resume,
            float factor,
            int first) {
        for (int column = first; column < stride; column++) {
            float sum = resume ? gradient[gradientAt + column] : 0f;
            for (int i = 0; i < count; i++) {
                sum += delta[i * stride + column];
            }
            gradient[gradientAt + column] = (sum + 0.0f) * factor;
        }
    }
}
