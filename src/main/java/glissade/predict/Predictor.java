package glissade.predict;

import glissade.data.CellCoding;
import glissade.data.RowScaling;
import glissade.model.ModelSpec;
import glissade.model.Scorer;
import glissade.numeric.Block;
import glissade.numeric.Kernels;
import glissade.store.ModelFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A trained model in any Java program: this jar and Jackson are all it needs, no Spark and no Hadoop. It gives the bits of
 * {@code glissade predict}. Not for two threads at once.
 *
 * <pre>{@code
 * Predictor predictor = Predictor.load(Path.of("runs/quickstart/e560936487f7"));
 * float[] row = new float[predictor.features().size()];
 * Prediction prediction = predictor.predict(row);
 * System.out.println(prediction.className() + " with probability " + prediction.probabilities().get(prediction.classIndex()));
 * }</pre>
 *
 * <p>A row has one number for each of {@link #features}, as they came, before {@code data.scaling}. Where the model learnt from a
 * CSV file with text in it, {@link #encode} makes such a row from the cells of a line.
 */
public final class Predictor {
    private final ModelDescription model;
    private final RowScaling scaling;
    private final Scorer scorer;

    private Predictor(ModelDescription model, float[] parameters) {
        this.model = model;
        this.scaling = RowScaling.of(model.scaling(), model.data().features());
        this.scorer = new Scorer(model.architecture(), parameters, Kernels.best());
    }

    /** The model in a folder, or that of a run in its folder. */
    public static Predictor load(Path runOrModel) throws IOException {
        Path folder = ModelFiles.folder(runOrModel);
        ModelDescription model = ModelFiles.description(folder, ModelDescription.class);
        return of(model, ModelFiles.parameters(folder), folder.toString());
    }

    /** Of a model that has been read; messages name the place. */
    static Predictor of(ModelDescription model, float[] parameters, String place) throws IOException {
        check(model, parameters, place);
        return new Predictor(model, parameters);
    }

    /** Throws if this is no model to predict with. */
    public static void check(ModelDescription model, float[] parameters, String place) throws IOException {
        if (model.version() < 1 || model.version() > ModelDescription.VERSION) {
            throw new IOException(place + " holds a model of version " + model.version() + ", expected "
                    + ModelDescription.VERSION + ": it was written by another version of glissade");
        }
        if (!ModelFiles.digest(parameters).equals(model.digest())) {
            throw new IOException(place + "/" + ModelFiles.PARAMETERS + " is damaged, or not that of "
                    + ModelFiles.DESCRIPTION + ": its SHA-256 is not the one stored there");
        }
        if (model.model().type() == ModelSpec.Type.SURFACE) {
            throw new IOException(place + " holds a place in a landscape, which predicts nothing");
        }
    }

    /** What is stored of the model. */
    public ModelDescription description() {
        return model;
    }

    /** What the numbers of a row are called. */
    public List<String> features() {
        return model.features();
    }

    /** The names of the classes; empty for a value. */
    public List<String> classNames() {
        return model.architecture().classifies() ? model.data().classNames() : List.of();
    }

    /** The raw features of a line of a CSV file: its cells by the names of their columns, others may be there. */
    public float[] encode(Map<String, String> cells) {
        if (model.coding() == null) {
            throw new IllegalStateException("the model learnt from no table of columns with names");
        }
        return new CellCoding(model.coding(), model.source().table().missing()).encode(cells);
    }

    /** What the model says of a row of raw features. */
    public Prediction predict(float[] rawFeatures) {
        return predict(List.of(rawFeatures)).get(0);
    }

    /** What the model says of each row of raw features. */
    public List<Prediction> predict(List<float[]> rows) {
        List<Prediction> predictions = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += Scorer.MOST_ROWS) {
            List<float[]> some = rows.subList(from, Math.min(from + Scorer.MOST_ROWS, rows.size()));
            scorer.score(scaling.scaled(block(some)), 0, some.size());
            for (int row = 0; row < some.size(); row++) {
                predictions.add(prediction(row));
            }
        }
        return predictions;
    }

    private Block block(List<float[]> rows) {
        int width = model.data().features();
        float[] values = new float[rows.size() * width];
        for (int row = 0; row < rows.size(); row++) {
            float[] features = rows.get(row);
            if (features.length != width) {
                throw new IllegalArgumentException(
                        "the row has " + features.length + " features, the model expects " + width);
            }
            for (int i = 0; i < width; i++) {
                if (!Float.isFinite(features[i])) {
                    throw new IllegalArgumentException("feature " + i + " is " + features[i] + ", expected a number");
                }
                values[row * width + i] = features[i];
            }
        }
        return Block.dense(width, values, new float[rows.size()]);
    }

    private Prediction prediction(int row) {
        if (!model.architecture().classifies()) {
            return new Prediction(Scorer.NO_CLASS, null, List.of(), scorer.value(row));
        }
        int number = scorer.predictedClass(row);
        List<Float> probabilities = new ArrayList<>();
        for (int c = 0; c < Scorer.probabilities(model.architecture()); c++) {
            probabilities.add(scorer.probability(row, c));
        }
        String name = number < 0 ? null : model.data().classNames().get(number);
        return new Prediction(number, name, probabilities, Float.NaN);
    }
}
