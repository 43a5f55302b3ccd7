package glissade.predict;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A Java program of somebody's: prints what a model says of rows, bit for bit. */
final class PredictingProgram {
    private PredictingProgram() {}

    /** With the folder of a model, then rows of features, comma between them. */
    public static void main(String[] arguments) throws Exception {
        Predictor predictor = Predictor.load(Path.of(arguments[0]));
        List<float[]> rows =
                Arrays.stream(arguments).skip(1).map(PredictingProgram::row).toList();
        for (Prediction prediction : predictor.predict(rows)) {
            System.out.println("row: " + text(prediction));
        }
        System.out.println("spark: " + isThere("org.apache.spark.SparkContext"));
        System.out.println("hadoop: " + isThere("org.apache.hadoop.fs.Path"));
        System.out.println("vectors: " + isThere("jdk.incubator.vector.FloatVector"));
    }

    static float[] row(String text) {
        String[] cells = text.split(",");
        float[] row = new float[cells.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = Float.parseFloat(cells[i]);
        }
        return row;
    }

    static String text(Prediction prediction) {
        return prediction.classIndex() + " " + prediction.className() + " "
                + prediction.probabilities().stream().map(Float::floatToIntBits).toList() + " "
                + Float.floatToIntBits(prediction.value());
    }

    private static boolean isThere(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
